import { domainToASCII } from 'node:url';
import { ok, refuse, type Result } from '../result';

/** An address that mail can be sent to, and the one form all its spellings share. */
export interface Address {
  /** What RCPT gets: the local part as it was typed (its case is the receiver's affair), the domain in ASCII. */
  readonly address: string;
  /** Lower case, domain in ASCII: hashed, it is the identity of a subscriber. */
  readonly normalised: string;
  /** ASCII, lower case. */
  readonly domain: string;
}

/** Octets: RFC 5321 §4.5.3.1.1 for the local part, §4.5.3.1.3 less the angle brackets for the whole. */
const LONGEST_LOCAL_PART = 64;
const LONGEST_ADDRESS = 254;

/** Dot-atom of RFC 5322 §3.2.3. Quoted local parts exist in the standard and hardly anywhere else. */
const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;

/** What a person types as a domain; `domainToASCII` alone would also take `%41`, ports and spaces. */
const TYPED_DOMAIN = /^[a-z0-9.\-\u0080-\u{10ffff}]+$/iu;

/** Labels of letters, digits and hyphens, at least two, the last no number (RFC 3696 §2). */
const DOMAIN =
  /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Brings the spellings of one address together: outer spaces, composed characters (NFC), letter case,
 * IDN domains (UTS 46).
 *
 * `bad-address` also for a local part outside ASCII: it needs SMTPUTF8 (RFC 6531) on every relay on the
 * way, and which of them has it shows only when the message is already refused.
 */
export function normaliseAddress(
  raw: string | null,
): Result<Address, 'no-address' | 'bad-address'> {
  const typed = (raw ?? '').trim().normalize('NFC');
  if (typed === '') return refuse('no-address');
  const [localPart, typedDomain, ...more] = typed.split('@');
  if (!localPart || !typedDomain || more.length > 0) return refuse('bad-address');
  if (localPart.length > LONGEST_LOCAL_PART || !LOCAL_PART.test(localPart)) {
    return refuse('bad-address');
  }
  const domain = asciiDomain(typedDomain);
  const address = `${localPart}@${domain}`;
  if (!domain || address.length > LONGEST_ADDRESS) return refuse('bad-address');
  return ok({ address, normalised: address.toLowerCase(), domain });
}

/** Also full-width, and as links write it. One look along the text: anybody may have written it. */
export const holdsAddress = (text: string): boolean => /\S(?:@|＠|%40|&#64;)\S/i.test(text);

function asciiDomain(typed: string): string | null {
  if (!TYPED_DOMAIN.test(typed)) return null;
  const domain = domainToASCII(typed);
  return DOMAIN.test(domain) ? domain : null;
}
