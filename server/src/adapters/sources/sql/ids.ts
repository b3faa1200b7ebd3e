import type { Knex } from 'knex';
import type { SqlClient } from '../../../domain/subscribers/sql-source';

/** How an id is handed to a database, so that it compares as the column sorts; the last four are numbers. */
export type IdKind = 'text' | 'uuid' | 'numeric' | 'int16' | 'int32' | 'int64';

/** An id no such column can hold is nobody's in it, and to hand it over all the same is an error to a database. */
const FITS: Readonly<Record<IdKind, (id: string) => boolean>> = {
  text: () => true,
  uuid: (id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id),
  numeric: (id) => /^-?\d{1,60}(\.\d{1,60})?$/.test(id),
  int16: (id) => isWithin(id, 15n),
  int32: (id) => isWithin(id, 31n),
  int64: (id) => isWithin(id, 63n),
};

function isWithin(id: string, bits: bigint): boolean {
  if (!/^-?\d{1,19}$/.test(id)) return false;
  const number = BigInt(id);
  return number >= -(2n ** bits) && number < 2n ** bits;
}

/** PostgreSQL says large numbers and uuids as text, and takes no other text for them. */
const KINDS: Readonly<Record<string, IdKind>> = {
  ...{ smallint: 'int16', integer: 'int32', bigint: 'int64', numeric: 'numeric' },
  uuid: 'uuid',
};

/** @param type what PostgreSQL calls the column's type */
export function kindOfId(value: unknown, type: unknown): IdKind {
  if (typeof type === 'string') return KINDS[type] ?? 'text';
  if (typeof value === 'bigint') return 'int64';
  return typeof value === 'number' ? 'numeric' : 'text';
}

export const isOfNumbers = (kind: IdKind | null): boolean =>
  kind !== null && kind !== 'text' && kind !== 'uuid';

/** Those of these ids that can be in such a column, as its driver wants them. */
export const bound = (ids: readonly string[], kind: IdKind, client: SqlClient): Knex.Value[] =>
  ids.filter((id) => FITS[kind](id)).map((id) => asBound(id, kind, client));

function asBound(id: string, kind: IdKind, client: SqlClient): Knex.Value {
  if (!isOfNumbers(kind) || client === 'pg') return id;
  // What the driver of SQLite takes and knex hands through, without knowing the type.
  if (client === 'sqlite' && FITS.int64(id)) return BigInt(id) as unknown as number;
  return Number(id);
}
