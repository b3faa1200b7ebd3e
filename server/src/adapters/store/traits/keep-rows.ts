import type { Knex } from 'knex';
import { TABLES } from '../../../names';
import { chunksAmong, whereAmong } from '../bulk';
import type { Db } from '../database';
import { inChunks, rowIds } from '../rows';

/** A row for each of these subscribers who is on a list, with their language; none for the others. */
export async function keepRows(db: Db, k: Knex, subscriberIds: readonly string[]): Promise<void> {
  for (const ids of inChunks(rowIds(subscriberIds))) {
    await add(db, k, ids, (rows) =>
      rows.whereIn('s.id', whereAmong(db, members(db, k), 'subscriber_id', ids)),
    );
    await whereAmong(db, db.table(k, TABLES.traits), 'subscriber_id', ids)
      .whereNotIn('subscriber_id', whereAmong(db, members(db, k), 'subscriber_id', ids))
      .delete();
  }
}

/** For these, who are known to be on a list. */
export async function addRows(db: Db, k: Knex, subscriberIds: readonly string[]): Promise<void> {
  for (const ids of chunksAmong(db, rowIds(subscriberIds))) await add(db, k, ids, (rows) => rows);
}

/** Of a subscriber called `s`. */
export const LANGUAGE = `lower(replace(s.locale, '_', '-'))`;

async function add(
  db: Db,
  k: Knex,
  ids: readonly number[],
  who: (rows: Knex.QueryBuilder) => Knex.QueryBuilder,
): Promise<void> {
  const subscribers = db.table(k, `${TABLES.subscribers} as s`);
  const readers = who(whereAmong(db, subscribers, 's.id', ids)).select('s.id', k.raw(LANGUAGE));
  const { sql, bindings } = readers.toSQL();
  const into = `insert into ${db.name(TABLES.traits)} (subscriber_id, locale)`;
  await k.raw(`${into} ${sql} ${AGAIN[db.dialect]}`, [...bindings]);
}

const members = (db: Db, k: Knex): Knex.QueryBuilder =>
  db.table(k, TABLES.memberships).where('is_on', true).select('subscriber_id');

const BY_KEY = 'on conflict (subscriber_id) do update set locale = excluded.locale';
const AGAIN: Record<Db['dialect'], string> = {
  sqlite: BY_KEY,
  postgres: BY_KEY,
  mysql: 'on duplicate key update locale = values(locale)',
};

export async function dropRows(db: Db, k: Knex, subscriberIds: readonly string[]): Promise<void> {
  for (const ids of inChunks(rowIds(subscriberIds))) {
    await whereAmong(db, db.table(k, TABLES.traits), 'subscriber_id', ids).delete();
  }
}
