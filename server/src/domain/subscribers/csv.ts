/** Without it Excel reads UTF-8 as something else, in Japan above all. */
export const BYTE_ORDER_MARK = '\uFEFF';

/**
 * What makes a spreadsheet calculate a cell, the full-width forms of Japanese keyboards among it; also
 * behind what separates cells where decimals have a comma, quoted or not.
 */
const BEGINS_A_FORMULA = /(^|[;\t] *)(?=[=+\-@\t\r\n＝＋－＠])/g;

/** A line as RFC 4180 has it, in which no cell is a formula to a spreadsheet. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cellOf).join(',')}\r\n`;

const cellOf = (text: string): string => quoted(text.replace(BEGINS_A_FORMULA, "$1'"));

const quoted = (text: string): string =>
  /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
