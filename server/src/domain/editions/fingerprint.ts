import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical';
import type { EditionContent } from './content';

/** SHA-256 over the canonical form of all an edition holds; 64 hex characters. */
export const fingerprintOf = (content: EditionContent): string => sha256(canonicalJson(content));

/** 64 hex characters. */
export const sha256 = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');
