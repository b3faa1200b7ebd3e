import type { Knex } from 'knex';
import type { SqlClient } from '../../../domain/subscribers/sql-source';

/** How an id is handed to a database, so that it compares as the column sorts. */
export type IdKind = 'number' | 'uuid' | 'text';

const FITS: Readonly<Record<IdKind, RegExp>> = {
  number: /^-?\d{1,18}(\.\d+)?$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  text: /^/,
};

/** PostgreSQL says large numbers and uuids as text, and takes no other text for them. */
const KINDS: Readonly<Record<string, IdKind>> = {
  ...{ smallint: 'number', integer: 'number', bigint: 'number', numeric: 'number' },
  uuid: 'uuid',
};

/** @param type what PostgreSQL calls the column's type */
export function kindOfId(value: unknown, type: unknown): IdKind {
  if (typeof type === 'string') return KINDS[type] ?? 'text';
  return typeof value === 'number' || typeof value === 'bigint' ? 'number' : 'text';
}

/** Those of these ids that can be in such a column, as its driver wants them. */
export const bound = (ids: readonly string[], kind: IdKind, client: SqlClient): Knex.Value[] =>
  ids.filter((id) => FITS[kind].test(id)).map((id) => asBound(id, kind, client));

function asBound(id: string, kind: IdKind, client: SqlClient): Knex.Value {
  if (kind !== 'number' || client === 'pg') return id;
  // What the driver of SQLite takes and knex hands through, without knowing the type.
  return client === 'sqlite' && /^-?\d+$/.test(id) ? (BigInt(id) as unknown as number) : Number(id);
}
