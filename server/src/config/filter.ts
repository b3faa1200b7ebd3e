import { z } from '@strapi/utils';
import { CONDITION_WORDS, MOST_CONDITIONS } from '../domain/subscribers/source-filter';
import { text } from './kinds';

const VALUE = 'a text or a number to compare with';

const condition = z.strictObject({
  field: text('a field of the content type'),
  is: z.enum(CONDITION_WORDS, { error: `'${CONDITION_WORDS.join("', '")}'` }),
  value: z.union([z.string(), z.number()], { error: VALUE }).optional(),
});

const ALL = `one to ${MOST_CONDITIONS} conditions`;

/** Whom of a content type a source names. */
export const sourceFilter = z.strictObject({
  all: z
    .array(condition, { error: ALL })
    .min(1, { error: ALL })
    .max(MOST_CONDITIONS, { error: ALL }),
});
