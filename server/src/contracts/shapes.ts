import { z } from '@strapi/utils';

/** ms since 1970. */
export const time = z.number().int();
export const maybeTime = time.nullable();
/** A wall clock (`2026-12-01T09:00`) in an IANA zone. */
export const wishedTime = z.object({ local: z.string(), zone: z.string() });
export const count = z.number().int().min(0);

/** An id of ours or of Strapi's documents: letters and digits, never longer than a column. */
export const id = z
  .string()
  .regex(/^[0-9a-zA-Z_-]+$/)
  .max(64);
export const byId = z.object({ id });

export const limit = z.coerce.number().int().min(1).max(200).default(50);
export const locale = z
  .string()
  .regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/)
  .max(16);

/** A page of rows. `next` goes into `before` or `after` of the next request; null on the last page. */
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({ results: z.array(row), next: z.string().nullable() });

/** A person of the admin. The name is made of what they are called in Strapi, never their address. */
export const person = z.object({
  id: z.string(),
  name: z.string(),
  /** In a sentence, which in Japanese says more than the name. */
  called: z.string(),
});

export const problem = z.object({
  code: z.string(),
  level: z.enum(['error', 'warning']),
  /** e.g. `body.3` or `identity`; where in the request for `invalid-request`. */
  where: z.string(),
  locale: z.string().nullable(),
  /** One sentence in the reader's language. */
  text: z.string(),
});

/** Whether the caller may do something now, and if not why, in a stable code and in words. */
export const allowance = z.object({
  allowed: z.boolean(),
  code: z.string().nullable(),
  text: z.string().nullable(),
});

/** As sources say it and segments ask for it. */
export const attributeName = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,31}$/, 'a–z, 0–9 and _, at most 32, a letter first');

/** What a source says of people. */
export const attribute = z.object({
  name: z.string(),
  kind: z.enum(['text', 'number', 'flag', 'date']),
});

/** Numbers by a fixed word, e.g. readers left out by reason. */
export const countsByWord = z.record(z.string(), count);

export const preview = z.object({
  subject: z.string(),
  preheader: z.string(),
  html: z.string(),
  text: z.string(),
});

export const audienceNow = z.object({ readers: count, leftOut: countsByWord });

export type Person = z.infer<typeof person>;
export type ProblemShown = z.infer<typeof problem>;
export type Allowance = z.infer<typeof allowance>;
export type PreviewShown = z.infer<typeof preview>;
export type AudienceNow = z.infer<typeof audienceNow>;

/** What every door answers instead of a result. */
export const failure = z.object({
  data: z.null(),
  error: z.object({
    status: z.number().int(),
    name: z.string(),
    /** One sentence, English or Japanese by the caller's language. */
    message: z.string(),
    details: z.object({ code: z.string(), problems: z.array(problem).optional() }).loose(),
  }),
});
export type Failure = z.infer<typeof failure>;
