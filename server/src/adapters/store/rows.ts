/** A row as a driver hands it over. Columns are parsed here, once, into what the domain knows. */
export type Row = Record<string, unknown>;

/** PostgreSQL and MySQL hand bigints and counts over as text. */
export function numberOf(value: unknown): number {
  const number = typeof value === 'number' ? value : Number(value ?? NaN);
  if (Number.isNaN(number)) throw new Error(`a column should hold a number, got ${typeof value}`);
  return number;
}

export const maybeNumber = (value: unknown): number | null =>
  value === null || value === undefined ? null : numberOf(value);

/** The id of an auto-incremented row: text outside the store, so that no driver's type leaks. */
export const idOf = (value: unknown): string => String(numberOf(value));

/** An id as it came from outside, for a bigint column; null when it cannot be one. */
export function rowId(id: string): number | null {
  const number = /^\d{1,16}$/.test(id) ? Number(id) : NaN;
  return Number.isSafeInteger(number) ? number : null;
}

export const rowIds = (ids: Iterable<string>): number[] =>
  [...new Set(ids)].map(rowId).filter((id) => id !== null);

/** SQLite keeps 0 and 1, MySQL too. */
export const flagOf = (value: unknown): boolean =>
  value === true || (typeof value !== 'boolean' && numberOf(value ?? 0) === 1);

export const textOf = (value: unknown): string => String(value ?? '');

export const maybeText = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value);

/** A list of words as JSON; what is none holds no word. */
export function maybeWords(value: unknown): readonly string[] | null {
  if (value === null || value === undefined) return null;
  try {
    const words: unknown = JSON.parse(String(value));
    return Array.isArray(words) ? words.map(String) : [];
  } catch {
    return [];
  }
}

/** A column that holds one of a few words. */
export function oneOf<Word extends string>(words: readonly Word[], value: unknown): Word {
  const word = words.find((known) => known === value);
  if (word === undefined) throw new Error(`a column should hold one of ${words.join(', ')}`);
  return word;
}

/**
 * 500 rows: SQLite compiles a multi-row insert as that many selects and takes no more, and with our
 * widest row it stays below PostgreSQL's 65,535 binds.
 */
const ROWS_AT_ONCE = 500;

export function inChunks<T>(items: readonly T[], size = ROWS_AT_ONCE): T[][] {
  const chunks: T[][] = [];
  for (let at = 0; at < items.length; at += size) chunks.push(items.slice(at, at + size));
  return chunks;
}
