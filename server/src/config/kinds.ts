import { z } from '@strapi/utils';

export const whole = (least: number, most: number) => {
  const error = `a whole number from ${least} to ${most}`;
  return z.number({ error }).int({ error }).min(least, { error }).max(most, { error });
};

export const text = (expected: string) =>
  z.string({ error: expected }).trim().min(1, { error: expected });

/** A version, not the words: those are on the site owner's form. */
export const wording = text('a name for the words people agree to, e.g. 2026-11').max(64, {
  error: 'at most 64 characters',
});

export const id = z
  .string({ error: 'a short name of a–z, 0–9 and -' })
  .regex(/^[a-z0-9][a-z0-9-]{0,25}$/, { error: 'a short name of a–z, 0–9 and -' });

const CONSENT = 'the field that says a person agreed; without one nobody is on the list';

/** Which words of an enumeration mean yes. */
const consentWords = z.strictObject({
  field: text(CONSENT),
  is: z.array(text('a value that means yes')).min(1, { error: 'values that mean yes' }),
});

export const consent = z.union([text(CONSENT), consentWords], { error: CONSENT });

interface WithConsent {
  readonly fields: { readonly consent: string | { readonly field: string; readonly is: string[] } };
}

/** Field and words apart, as the domain has them. */
export function withConsent<Written extends WithConsent>({ fields, ...rest }: Written) {
  const { consent: said, ...others } = fields as Written['fields'];
  type Fields = Omit<Written['fields'], 'consent'> & { consent: string };
  const { field, is } = typeof said === 'string' ? { field: said, is: null } : said;
  const named = { ...others, consent: field } as Fields;
  return { ...rest, fields: named, ...(is === null ? {} : { consentIs: is }) };
}
