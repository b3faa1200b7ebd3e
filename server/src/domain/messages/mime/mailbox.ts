import { domainToASCII } from 'node:url';
import type { Mailbox } from '../../editions/content';
import { cleanLine } from '../characters';
import { encodeWords, foldWords, isPlainHeaderText } from './words';

const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN_LETTERS = /^[\p{L}\p{M}\p{N}.-]+$/u;
const DOMAIN =
  /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** The address with its domain in ASCII, or undefined if it is not exactly one plain address. */
export function asciiAddress(address: string): string | undefined {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, Math.max(0, at));
  const domain = asciiDomain(address.slice(at + 1));
  if (local.length > 64 || !LOCAL_PART.test(local) || domain === undefined) return undefined;
  return local.length + 1 + domain.length <= 254 ? `${local}@${domain}` : undefined;
}

/** Lower case, punycode where needed; undefined if it cannot be a mail domain. */
export function asciiDomain(domain: string): string | undefined {
  if (domain.length > 253 || !DOMAIN_LETTERS.test(domain)) return undefined;
  const ascii = domainToASCII(domain);
  return DOMAIN.test(ascii) ? ascii : undefined;
}

/** `Name <address>` for a header; the address must have come out of {@link asciiAddress}. */
export const formatMailbox = ({ name, address }: Mailbox): string => formatBracketed(name, address);

/** Fits behind the longest header name it is used with, so that the line keeps within 76. */
const ONE_LINE_CHARACTERS = 66;

/** A phrase and what it names in angle brackets (also RFC 2919 § 3), folded if it is long. */
export function formatBracketed(name: string, bracketed: string): string {
  const phrase = formatPhrase(name);
  if (phrase === '') return `<${bracketed}>`;
  const fits = phrase.length + bracketed.length + 3 <= ONE_LINE_CHARACTERS;
  return `${phrase}${fits ? ' ' : '\r\n '}<${bracketed}>`;
}

const QUOTED_PHRASE_CHARACTERS = 60;

/** A display name (RFC 5322 § 3.2.5): quoted if short and ASCII, encoded words otherwise. */
function formatPhrase(name: string): string {
  const line = cleanLine(name);
  if (line === '') return '';
  if (line.length > QUOTED_PHRASE_CHARACTERS || !isPlainHeaderText(line)) {
    return foldWords(encodeWords(line));
  }
  return `"${line.replace(/["\\]/g, '\\$&')}"`;
}
