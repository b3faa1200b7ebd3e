const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * An id of our own: 26 lower-case base-32 characters, 48 bits of time, then 80 bits of chance.
 * Ids made later sort later, so keyset paging by id is paging by age.
 *
 * @param now    ms since 1970
 * @param chance 10 random bytes
 */
export function newId(now: number, chance: Uint8Array): string {
  if (chance.length !== 10)
    throw new RangeError(`an id takes 10 random bytes, got ${chance.length}`);
  return encode(BigInt(now), 10) + encode(fromBytes(chance), 16);
}

/** Names one taking of a lease, never used twice; what a process took is found by the name of the process. */
export const newTaking = (process: string, now: number, chance: Uint8Array): string =>
  `${process}.${newId(now, chance)}`;

/** Bytes in the ids' own alphabet, the first bits first; 5 bits a character, rounded up. */
export const base32 = (bytes: Uint8Array): string =>
  encode(fromBytes(bytes), Math.ceil((bytes.length * 8) / 5));

const fromBytes = (bytes: Uint8Array): bigint =>
  bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);

function encode(value: bigint, length: number): string {
  let text = '';
  for (let rest = value, left = length; left > 0; left -= 1, rest >>= 5n) {
    text = ALPHABET[Number(rest & 31n)] + text;
  }
  return text;
}
