import type { Row } from '../rows';

/** The values of one column, and the type in which PostgreSQL takes them: the column's own follows from that. */
export interface Column {
  readonly type: Type;
  readonly values: readonly unknown[];
}

type Type = 'text' | 'boolean' | 'bigint' | 'float8';

/** Null if there are none, or one has no value or several kinds of them: its type cannot be told. */
export function columnsOf(rows: readonly Row[], names: readonly string[]): Column[] | null {
  const columns = names.flatMap((name): Column[] => {
    const values = rows.map((row) => row[name] ?? null);
    const type = typeOf(values);
    return type ? [{ type, values }] : [];
  });
  return columns.length > 0 && columns.length === names.length ? columns : null;
}

function typeOf(values: readonly unknown[]): Type | null {
  const types = new Set<Type | null>();
  for (const value of values) if (value !== null) types.add(typeOfOne(value));
  if (types.has('float8')) types.delete('bigint');
  const [type = null] = types;
  return types.size === 1 ? type : null;
}

function typeOfOne(value: unknown): Type | null {
  if (typeof value === 'string') return 'text';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value !== 'number') return null;
  return Number.isSafeInteger(value) ? 'bigint' : 'float8';
}
