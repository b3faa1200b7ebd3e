/** Of a text that begins in the middle of a line. */
export const doubleDots = (text: string): string => text.replaceAll('\r\n.', '\r\n..');

/**
 * A message as DATA wants it (RFC 5321 § 4.5.2): dots at the start of lines doubled, the final dot behind.
 *
 * @param message ASCII, CRLF lines
 */
export function wireForm(message: string): string {
  const begin = message.startsWith('.') ? '.' : '';
  const end = message.endsWith('\r\n') ? '.\r\n' : '\r\n.\r\n';
  return begin + doubleDots(message) + end;
}
