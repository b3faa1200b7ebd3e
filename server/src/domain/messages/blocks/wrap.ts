import { ANY_PLACEHOLDER } from '../placeholders';

const COLUMNS = 76;
const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Extended_Pictographic}/u;
/** A name is taken for this long. */
const SLOT_COLUMNS = 10;

/** How many columns a line takes where every letter is one or, in East Asia, two wide. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text.replace(ANY_PLACEHOLDER, '-'.repeat(SLOT_COLUMNS))) {
    columns += WIDE.test(character) ? 2 : 1;
  }
  return columns;
}

/**
 * Breaks text at spaces so that lines keep within 76 columns. What has no spaces (an address,
 * Japanese) stays whole: breaking it is the reader's program's part, which knows the window.
 *
 * @param first what the first line begins with, e.g. `- `
 * @param other what every further line begins with
 */
export function wrap(text: string, first = '', other = first): string {
  const lines = text.split('\n').flatMap((line) => wrapLine(line, COLUMNS - columnsOf(other)));
  return lines.map((line, index) => `${index === 0 ? first : other}${line}`.trimEnd()).join('\n');
}

function wrapLine(text: string, columns: number): string[] {
  const [start = '', ...words] = text.split(' ');
  const lines: string[] = [];
  let line = start;
  let taken = columnsOf(start);
  for (const word of words) {
    const width = columnsOf(word);
    const fits = taken + 1 + width <= columns;
    if (!fits) lines.push(line);
    line = fits ? `${line} ${word}` : word;
    taken = fits ? taken + 1 + width : width;
  }
  return [...lines, line];
}
