import { z } from '@strapi/utils';

/** No blanks at the ends, which MySQL drops; no control characters; not the word for everybody. */
const id = z
  .string()
  .min(1)
  .max(128)
  .regex(/^(?!\*$)(?!\s)[^\p{Cc}\p{Cs}]*[^\p{Cc}\p{Cs}\s]$/u);

const person = z.union([
  z.strictObject({
    id,
    email: z.string().max(500),
    name: z.string().max(500).optional(),
    locale: z.string().max(64).optional(),
    consent: z.boolean(),
    at: z.iso.datetime({ offset: true }).optional(),
    attributes: z
      .record(z.string().max(32), z.union([z.string().max(500), z.number(), z.boolean(), z.null()]))
      .refine((attributes) => Object.keys(attributes).length <= 40)
      .optional(),
  }),
  z.strictObject({ id, withdrawn: z.literal(true) }),
]);

export const pushBody = z.strictObject({
  people: z.array(person).min(1),
  /** When the system made this request, whenever it is sent. */
  asOf: z.iso.datetime({ offset: true }),
});

export const pushAnswer = z.object({ accepted: z.number().int() });
