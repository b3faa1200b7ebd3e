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
  return encodeTime(now) + base32(chance);
}

/** Names one taking of a lease, never used twice; what a process took is found by the name of the process. */
export const newTaking = (process: string, now: number, chance: Uint8Array): string =>
  `${process}.${newId(now, chance)}`;

/** Bytes in the ids' own alphabet, the first bits first; 5 bits a character, rounded up. */
export function base32(bytes: Uint8Array): string {
  let text = '';
  let rest = 0;
  // What is too many stands in front of the first character, as zeros.
  let bits = (5 - ((bytes.length * 8) % 5)) % 5;
  for (const byte of bytes) {
    rest = (rest << 8) | byte;
    for (bits += 8; bits >= 5; text += ALPHABET[(rest >> bits) & 31]) bits -= 5;
    rest &= 31;
  }
  return text;
}

/** 48 bits in 10 characters. */
function encodeTime(now: number): string {
  const bytes = Buffer.alloc(6);
  bytes.writeUIntBE(now, 0, 6);
  return base32(bytes);
}
