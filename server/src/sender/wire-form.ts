/**
 * A message as DATA wants it (RFC 5321 § 4.5.2): dots at the start of lines doubled, the final dot behind.
 *
 * @param message ASCII, CRLF lines
 */
export function wireForm(message: string): string {
  const doubled = message.replaceAll('\r\n.', '\r\n..');
  const begin = doubled.startsWith('.') ? '.' : '';
  const end = doubled.endsWith('\r\n') ? '.\r\n' : '\r\n.\r\n';
  return begin + doubled + end;
}
