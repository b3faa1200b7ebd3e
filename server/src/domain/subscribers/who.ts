import { normaliseAddress } from './address';

/** Whom a page of subscribers is narrowed to: by what everybody who may read sees of an address anyway. */
export type Who = { readonly label: string } | { readonly domain: string };

/** As `maskAddress` makes them. */
const LABEL = /^[^@\s•]•••@[^@\s•]•••\.[a-z0-9-]+$/;

/**
 * A masked label, or a domain, with or without its @. Null for anything else, a whole address above all:
 * it would stand in the address of the request, and so in logs.
 */
export function readWho(typed: string): Who | null {
  const text = typed.trim().toLowerCase();
  if (LABEL.test(text)) return { label: text };
  const address = normaliseAddress(`someone@${text.replace(/^@/, '')}`);
  return address.ok ? { domain: address.value.domain } : null;
}
