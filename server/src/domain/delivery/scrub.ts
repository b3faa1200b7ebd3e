const HIDDEN = '‹address›';
/** Longer than any reply worth reading; a relay may send a megabyte. */
const READ_AT_MOST = 2000;
const KEEP_AT_MOST = 300;

/**
 * A relay's text, fit to be stored and shown: no address in it, one line, 300 characters at most.
 *
 * @param known an address the text may also name by its local part alone (`User tom unknown`)
 */
export function scrubAddresses(text: string, known?: string): string {
  const oneLine = text.slice(0, READ_AT_MOST).replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ');
  const hidden = hideLocalPart(hideAddresses(oneLine), known);
  return hidden.trim().slice(0, KEEP_AT_MOST).trimEnd();
}

/** Also encoded ones, as they stand in links (`tom%40example.com`) and in VERP (`tom=example.com@…`). */
const AT = /@|＠|%40|=40|&#64;/i;

export const hideAddresses = (text: string): string =>
  text
    .replace(/"[^"]{1,64}"@[^\s<>()[\],;]+/g, HIDDEN)
    .replace(/[^\s<>(),;"']+/g, (word) => (AT.test(word) ? HIDDEN : word));

function hideLocalPart(text: string, known: string | undefined): string {
  const localPart = known?.slice(0, known.lastIndexOf('@')).toLowerCase();
  if (!localPart) return text;
  return text.replace(/[^\s<>(),;:"'[\]]+/g, (word) =>
    word.toLowerCase().replace(/[.!?]+$/, '') === localPart ? HIDDEN : word,
  );
}
