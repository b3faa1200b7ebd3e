import { hkdfSync } from 'node:crypto';

const KEY_BYTES = 32;

/** One key for each use, so that what leaks from one says nothing of another (RFC 5869). */
export const deriveKey = (secret: string, keyId: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, `countersign:${keyId}`, purpose, KEY_BYTES));
