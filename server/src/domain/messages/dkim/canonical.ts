/**
 * The relaxed canonical form of a header field, without its last line end (RFC 6376 § 3.4.2).
 *
 * @param field with its folds, without its last line end
 */
export function relaxField(field: string): string {
  const colon = field.indexOf(':');
  const name = field.slice(0, colon).trim().toLowerCase();
  const value = field.slice(colon + 1).replace(/\r\n/g, '');
  return `${name}:${value.replace(/[ \t]+/g, ' ').trim()}`;
}

const SPACES = /[ \t]{2,}|\t/g;

/** What the relaxed form makes of whole lines anywhere in a body. */
export const relaxLines = (lines: string): string =>
  lines.replace(SPACES, ' ').replaceAll(' \r\n', '\r\n');

/**
 * The relaxed canonical form of a body (RFC 6376 § 3.4.4).
 *
 * @param body CRLF lines, dots not doubled
 */
export function relaxBody(body: string): string {
  const relaxed = relaxLines(body);
  const end = endOfText(relaxed);
  return end === 0 ? '' : `${relaxed.slice(0, end)}\r\n`;
}

/** Without empty lines at the end, and without the line end before them. Not a pattern: those try every start. */
function endOfText(body: string): number {
  let end = body.endsWith(' ') ? body.length - 1 : body.length;
  while (body.endsWith('\r\n', end)) end -= 2;
  return end;
}
