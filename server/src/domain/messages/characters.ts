const REPLACEMENT = '\uFFFD';
const SUSPECT = /\p{Cc}|\p{Cs}|[\u2028\u2029\uFEFF\uFFFE\uFFFF]/u;

/**
 * Text as it may stand in a message, over several lines: line ends become `\n`, a lone surrogate
 * becomes U+FFFD, every other control character, byte order mark or noncharacter is dropped.
 */
export function cleanText(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return text
    .replace(/\r\n|[\r\u0085\u2028\u2029]/g, '\n')
    .replace(/\p{Cs}/gu, REPLACEMENT)
    .replace(/(?![\n\t])\p{Cc}|[\uFEFF\uFFFE\uFFFF]/gu, '');
}

/** Text for one line: cleaned, line ends and tabs as one space, no space at either end. */
export function cleanLine(text: string): string {
  return joinLines(text).trim();
}

/** As {@link cleanLine}, but the ends stay: for a part of a line. */
function joinLines(text: string): string {
  return cleanText(text).replace(/[\n\t ]+/g, ' ');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For HTML text and for attribute values in either kind of quotes. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
