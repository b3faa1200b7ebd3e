import { createHmac, timingSafeEqual } from 'node:crypto';

/** A key of one purpose, under the id a token names it by. */
export interface TokenKey {
  /** 1 to 8 characters of a–z and 0–9. */
  readonly id: string;
  readonly secret: Uint8Array;
}

export const KEY_ID = '[a-z0-9]{1,8}';

/** HMAC-SHA-256 of the words, cut to `bytes`. NUL stands between them, so none can run into the next. */
export const macOf = (key: TokenKey, bytes: number, ...words: readonly string[]): Buffer =>
  createHmac('sha256', key.secret).update(words.join('\0')).digest().subarray(0, bytes);

export const isSameText = (expected: string, given: string): boolean => {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
};
