import { ok, refuse, type Result } from '../result';
import { isSameText, macOf, type TokenKey } from './signing';

/** What a reader who follows the link wants to leave, and in which edition they found it. */
export interface UnsubscribeClaim {
  readonly subscriberId: string;
  readonly editionId: string;
  /** At least one. */
  readonly listIds: readonly string[];
}

const VERSION = 'v1';
const MAC_BYTES = 16;
const ID = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * `v1.<key>.<claim>.<128 bit HMAC>`, in characters that need no escape in a URL. It never expires:
 * a reader may leave by the oldest mail they find (CASL and CAN-SPAM want 60 and 30 days at least).
 *
 * @throws RangeError if an id has other characters than letters, digits, _ and -, or no list is named
 */
export function unsubscribeToken(claim: UnsubscribeClaim, key: TokenKey): string {
  const ids = [claim.subscriberId, claim.editionId, ...claim.listIds];
  if (ids.length < 3 || !ids.every((id) => ID.test(id))) throw new RangeError('not a claim');
  const payload = Buffer.from(ids.join('.')).toString('base64url');
  return [VERSION, key.id, payload, macText(payload, key)].join('.');
}

/** @param keys all that were ever in use, in any order */
export function readUnsubscribeToken(
  token: string,
  keys: readonly TokenKey[],
): Result<UnsubscribeClaim, 'malformed' | 'unknown-key' | 'forged'> {
  const [version, keyId, payload = '', mac = '', ...more] = token.slice(0, 4096).split('.');
  if (version !== VERSION || more.length > 0) return refuse('malformed');
  const key = keys.find(({ id }) => id === keyId);
  if (!key) return refuse('unknown-key');
  if (!isSameText(macText(payload, key), mac)) return refuse('forged');
  const [subscriberId, editionId, ...listIds] = Buffer.from(payload, 'base64url')
    .toString()
    .split('.');
  if (!subscriberId || !editionId || listIds.length === 0) return refuse('malformed');
  return ok({ subscriberId, editionId, listIds });
}

const macText = (payload: string, key: TokenKey): string =>
  macOf(key, MAC_BYTES, 'unsubscribe', VERSION, key.id, payload).toString('base64url');
