/** A public form as the site owner configured it. */
export interface SignUpForm {
  /** Also the id of the source it is to its list. */
  readonly id: string;
  readonly list: string;
  /** Which version of the words people agree to. */
  readonly wording: string;
}

/** Somebody asked for a list; nothing is proven yet, and no address is stored. */
export interface SignUp {
  readonly form: string;
  readonly address: string;
  readonly name: string | null;
  readonly locale: string | null;
  /** ms since 1970 */
  readonly askedAt: number;
}

/** How long a link works, in ms. */
export const SIGN_UP_LINK_MS = 48 * 60 * 60 * 1000;

/** Mails with a link to one address in a day, however many forms ask. */
export const SIGN_UPS_A_DAY = 3;

/** Bound into the seal of a link, so that no other seal of ours opens as one. */
export const SIGN_UP_CONTEXT = 'sign-up-link';

export const signUpText = ({ form, address, name, locale, askedAt }: SignUp): string =>
  JSON.stringify([form, address, name, locale, askedAt]);

/** Null if the text is not one of ours. */
export function readSignUpText(text: string): SignUp | null {
  const read: unknown = JSON.parse(text);
  if (!Array.isArray(read)) return null;
  const [form, address, name, locale, askedAt] = read as unknown[];
  if (typeof form !== 'string' || typeof address !== 'string') return null;
  if (!isTextOrNull(name) || !isTextOrNull(locale) || typeof askedAt !== 'number') return null;
  return { form, address, name, locale, askedAt };
}

const isTextOrNull = (value: unknown): value is string | null =>
  value === null || typeof value === 'string';

export const isInTime = ({ askedAt }: SignUp, now: number): boolean =>
  now >= askedAt && now <= askedAt + SIGN_UP_LINK_MS;

/** Where mail to an address ends up, as far as it tells: `ann+news@…` and `ann@…` are one mailbox (RFC 5233). */
export const mailboxOf = (normalised: string): string => normalised.replace(/\+[^@]*@/, '@');
