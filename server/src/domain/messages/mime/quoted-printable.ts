import { cleanText } from '../characters';

/** RFC 2045 § 6.7 allows 76; the last is for the `=` of a soft line break. */
const MAX_COLUMNS = 75;
const SOFT_BREAK = '=\r\n';

/**
 * Constant text in quoted-printable with CRLF lines. A following part, constant or slot, may be put
 * right behind it: it ends at column 0.
 */
export function encodeConstant(text: string): string {
  const lines = cleanText(text).split('\n');
  const last = lines.pop() ?? '';
  const whole = lines.map((line) => `${softWrap(guardLineEnd(line))}\r\n`).join('');
  return last === '' ? whole : whole + softWrap(encode(last)) + SOFT_BREAK;
}

/** One line of a reader's value, to stand between constants: begins and ends at column 0. */
export function encodeValue(line: string): string {
  if (line === '') return '';
  return (SAFE_LINE.test(line) ? wrapPlain(line) : softWrap(encode(line))) + SOFT_BREAK;
}

/** As `softWrap`, where each character is a unit: signed links are long, and in every message. */
function wrapPlain(line: string): string {
  let out = line.slice(0, MAX_COLUMNS);
  for (let from = MAX_COLUMNS; from < line.length; from += MAX_COLUMNS)
    out += SOFT_BREAK + line.slice(from, from + MAX_COLUMNS);
  return out;
}

const SAFE_LINE = /^[ -<>-~]*$/;

/** Space and tab before a line end would be lost on the way (RFC 2045 § 6.7, rule 3). */
function guardLineEnd(line: string): readonly string[] {
  const units = encode(line);
  const last = units.at(-1);
  return last === ' ' || last === '\t' ? [...units.slice(0, -1), hex(last)] : units;
}

/** One unit per code point, so that no line break falls into one. */
function encode(line: string): readonly string[] {
  const units: string[] = [];
  for (const character of line) {
    const isPlain =
      (character >= ' ' && character <= '~' && character !== '=') || character === '\t';
    units.push(isPlain ? character : hex(character));
  }
  return units;
}

/** An octet is an octet: percent-encoding with another sign, and some ten times as fast as a Buffer. */
const hex = (character: string): string => encodeURIComponent(character).replace(/%/g, '=');

function softWrap(units: readonly string[]): string {
  let out = '';
  let column = 0;
  for (const unit of units) {
    if (column + unit.length > MAX_COLUMNS) {
      out += SOFT_BREAK;
      column = 0;
    }
    out += unit;
    column += unit.length;
  }
  return out;
}
