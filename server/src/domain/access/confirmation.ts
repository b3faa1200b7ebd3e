/** That the owner of an admin account followed a link sent to its address. Holds no address itself. */
export interface Confirmation {
  /** documentId */
  readonly person: string;
  /** ms since 1970 */
  readonly confirmedAt: number;
  /** Ours, over person, address and time: another address, or another person's row, does not have it. */
  readonly seal: string;
}

/** What the seal of a confirmation is over. `address` in its normalised form. */
export const confirmedText = (
  { person, confirmedAt }: Pick<Confirmation, 'person' | 'confirmedAt'>,
  address: string,
): string => JSON.stringify([person, address, confirmedAt]);

/** How long a link works, in ms. */
export const LINK_MS = 24 * 60 * 60 * 1000;

export interface AddressLink {
  readonly person: string;
  /** ms since 1970 */
  readonly endsAt: number;
}

/** What the signature of a link is over: it speaks of the address it was sent to and of no other. */
export const linkText = ({ person, endsAt }: AddressLink, address: string): string =>
  JSON.stringify([person, address, endsAt]);

const VERSION = 'v1';

/** `v1.<person>.<end>.<signature>`, in characters that need no escape in a URL. */
export const linkToken = ({ person, endsAt }: AddressLink, signature: string): string =>
  [VERSION, person, endsAt.toString(36), signature].join('.');

const TOKEN = /^v1\.([a-z0-9]{1,64})\.([a-z0-9]{1,11})\.([\w-]{1,32}\.[\w-]{1,86})$/i;

/** Its parts as they were sent to us, nothing of them proven yet. */
export function readLinkToken(token: string): (AddressLink & { signature: string }) | null {
  const [, person, end, signature] = TOKEN.exec(token) ?? [];
  if (!person || !end || !signature) return null;
  return { person, endsAt: parseInt(end, 36), signature };
}
