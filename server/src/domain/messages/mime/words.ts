/**
 * 39 bytes make a word of 64 characters, so that the longest header name we use before the first word
 * and the space before every further one keep a line within the 76 of RFC 2047 § 2.
 */
const BYTES_PER_WORD = 39;

/** RFC 2047 encoded words, UTF-8 and base64, never splitting a code point. None for the empty text. */
export function encodeWords(text: string): readonly string[] {
  const words: string[] = [];
  let chunk = '';
  let bytes = 0;
  for (const character of text) {
    const size = Buffer.byteLength(character);
    if (bytes + size > BYTES_PER_WORD) {
      words.push(encodeWord(chunk));
      chunk = '';
      bytes = 0;
    }
    chunk += character;
    bytes += size;
  }
  return chunk === '' ? words : [...words, encodeWord(chunk)];
}

const encodeWord = (text: string): string =>
  `=?UTF-8?B?${Buffer.from(text, 'utf8').toString('base64')}?=`;

/** Words one to a line, each but the first folded. Encoded words so joined are one text again. */
export const foldWords = (words: readonly string[]): string => words.join('\r\n ');

const PLAIN = /^[\x21-\x7E]+(?: [\x21-\x7E]+)*$/;

/** Whether text can stand in a header as it is: printable ASCII, single spaces, nothing that looks encoded. */
export const isPlainHeaderText = (text: string): boolean =>
  PLAIN.test(text) && !text.includes('=?');
