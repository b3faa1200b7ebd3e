/** What a subscriber's seal holds: the personal part, in the clear only while a message is made. */
export interface SealedPerson {
  /** As it is written to: RCPT takes it as it stands. */
  readonly address: string;
  readonly name: string | null;
}

/** Bound into the seal, so that a seal moved to another subscriber's row does not open. */
export const sealContext = (addressHash: string): string => `subscriber:${addressHash}`;

/** The text that is sealed. */
export const sealText = ({ address, name }: SealedPerson): string =>
  JSON.stringify({ address, name });

/** @throws if the text is not what `sealText` made: the seal's key is known, so that is a bug. */
export function readSealText(text: string): SealedPerson {
  const read: unknown = JSON.parse(text);
  if (isSealedPerson(read)) return read;
  throw new Error('a seal was opened that does not hold a person');
}

const isSealedPerson = (value: unknown): value is SealedPerson =>
  typeof value === 'object' &&
  value !== null &&
  'address' in value &&
  typeof value.address === 'string' &&
  'name' in value &&
  (value.name === null || typeof value.name === 'string');
