import * as crypto from 'node:crypto';

type Encoding = 'hex' | 'base64url';

/** HMAC-SHA-256 of texts under one key. */
export type Mac = (payload: string, encoding: Encoding) => string;

/** In bytes (RFC 2104 §2, FIPS 180-4). */
const BLOCK = 64;
const DIGEST = 32;
/** Longer ones are rare. A text has at most three bytes for each of its units. */
const LONGEST = 4096;

/**
 * The inner and the outer hash of RFC 2104 with the key's two blocks made once: `createHmac` makes an object of OpenSSL's
 * each time, which takes twice as long and has to be collected. Node before 20.12 has no hash without an object.
 */
export function createMac(key: Uint8Array): Mac {
  const plain: Mac = (payload, encoding) =>
    crypto.createHmac('sha256', key).update(payload).digest(encoding);
  if (!('hash' in crypto) || key.length > BLOCK) return plain;
  const { hash } = crypto;
  const inner = padded(key, 0x36, LONGEST);
  const outer = padded(key, 0x5c, DIGEST);
  return (payload, encoding) => {
    if (payload.length * 3 > LONGEST) return plain(payload, encoding);
    const end = BLOCK + inner.write(payload, BLOCK);
    // As text: to make a buffer for it takes as long as to hash it.
    outer.write(hash('sha256', inner.subarray(0, end), 'binary'), BLOCK, 'binary');
    return hash('sha256', outer, encoding);
  };
}

/** The key's block, with room behind it. */
function padded(key: Uint8Array, pad: number, room: number): Buffer {
  const bytes = Buffer.alloc(BLOCK + room);
  bytes.set(key);
  for (let at = 0; at < BLOCK; at += 1) bytes[at] = (bytes[at] ?? 0) ^ pad;
  return bytes;
}
