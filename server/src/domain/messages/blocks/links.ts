import { URL } from 'node:url';

const SCHEMES = ['https:', 'http:', 'mailto:', 'tel:'];
const MAX_LENGTH = 2000;

/**
 * The address as a browser would read it, or undefined if a message must not link there: not
 * absolute, another scheme (`javascript:`, `data:` …), or longer than 2,000 characters.
 */
export function safeHref(address: string): string | undefined {
  const trimmed = address.trim();
  if (trimmed.length > MAX_LENGTH || !URL.canParse(trimmed)) return undefined;
  const { protocol, href } = new URL(trimmed);
  return SCHEMES.includes(protocol) && href.length <= MAX_LENGTH ? href : undefined;
}
