/** Without it Excel reads UTF-8 as something else, in Japan above all. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** What makes a spreadsheet calculate a cell, the full-width forms of Japanese keyboards among it. */
const BEGINS_A_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** A line as RFC 4180 has it, in which no cell is a formula to a spreadsheet. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cellOf).join(',')}\r\n`;

const cellOf = (text: string): string => quoted(BEGINS_A_FORMULA.test(text) ? `'${text}` : text);

const quoted = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
