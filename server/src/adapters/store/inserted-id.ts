import type { Knex } from 'knex';
import type { Db } from './database';
import { numberOf } from './rows';

/** Inserts one row and says its counted id; MySQL has no RETURNING, PostgreSQL nothing else. */
export async function insertedId(
  db: Db,
  k: Knex,
  table: string,
  row: Readonly<Record<string, unknown>>,
): Promise<number> {
  const insert = db.table(k, table).insert(row);
  const [id] = db.dialect === 'mysql' ? await insert : await insert.returning('id');
  return numberOf(typeof id === 'object' ? id.id : id);
}
