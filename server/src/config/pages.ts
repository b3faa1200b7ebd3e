import { z } from '@strapi/utils';
import { LEAST_CONTRAST, OUR_THEME, unreadable, type Colours } from '../domain/pages/theme';

const colour = z
  .string({ error: "a colour such as '#3a3ad6'" })
  .regex(/^#[0-9a-f]{6}$/i, { error: "a colour such as '#3a3ad6'" });

const coloursOver = (ours: Colours) =>
  z
    .strictObject({
      ink: colour.default(ours.ink),
      paper: colour.default(ours.paper),
      accent: colour.default(ours.accent),
      onAccent: colour.default(ours.onAccent),
    })
    .superRefine((colours, context) => {
      for (const [words, behind] of unreadable(colours)) {
        const message = `a colour that can be read on ${behind}: a contrast of ${LEAST_CONTRAST} or more`;
        context.addIssue({ code: 'custom', path: [words], message });
      }
    })
    .prefault({});

/** Colours of the pages that readers see. */
export const pages = z
  .strictObject({ light: coloursOver(OUR_THEME.light), dark: coloursOver(OUR_THEME.dark) })
  .prefault({});
