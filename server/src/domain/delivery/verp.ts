import { base32 } from '../ids';
import { ok, refuse, type Result } from '../result';
import { isSameText, KEY_ID, macOf, type TokenKey } from './signing';

const MAC_BYTES = 10;
const LOCAL_PART = new RegExp(`^b-([a-z0-9]{1,26})-(${KEY_ID})-([a-z0-9]{16})$`);

/**
 * The return-path of one delivery: `b-<delivery>-<key>-<80 bit HMAC>@domain`. At most 54 characters
 * before the @, lower-case letters, digits and hyphens only, because relays on the way may fold case.
 *
 * @throws RangeError if the delivery's id is not 1 to 26 characters of a–z and 0–9
 */
export function returnPathOf(deliveryId: string, domain: string, key: TokenKey): string {
  const localPart = `b-${deliveryId}-${key.id}-${macText(deliveryId, key)}`;
  if (!LOCAL_PART.test(localPart)) throw new RangeError(`no return-path for "${deliveryId}"`);
  return `${localPart}@${domain}`;
}

/**
 * Which delivery a bounce to this address is about. Anyone may write to it, so what is not signed by
 * us says nothing. Letter case is of no account.
 *
 * @param keys all that may still be in use, in any order
 */
export function readReturnPath(
  address: string,
  keys: readonly TokenKey[],
): Result<string, 'not-ours' | 'unknown-key' | 'forged'> {
  const match = LOCAL_PART.exec(address.slice(0, address.lastIndexOf('@')).toLowerCase());
  if (!match) return refuse('not-ours');
  const [, deliveryId = '', keyId, mac = ''] = match;
  const key = keys.find(({ id }) => id === keyId);
  if (!key) return refuse('unknown-key');
  return isSameText(macText(deliveryId, key), mac) ? ok(deliveryId) : refuse('forged');
}

const macText = (deliveryId: string, key: TokenKey): string =>
  base32(macOf(key, MAC_BYTES, 'verp', key.id, deliveryId));
