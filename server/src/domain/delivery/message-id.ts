import { base32 } from '../ids';
import { macOf, type TokenKey } from './signing';

/**
 * The Message-ID of a delivery, without its angle brackets: the same at every try, so that a second
 * copy is known for one. The HMAC keeps two installations, which both count from one, apart.
 */
export const messageIdOf = (deliveryId: string, domain: string, key: TokenKey): string =>
  `cs.${deliveryId}.${base32(macOf(key, 5, 'message-id', deliveryId))}@${domain}`;
