import type { Knex } from 'knex';
import { TABLES } from '../../names';
import type { Db } from './database';

const MS_PER_MINUTE = 60_000;

/** Minutes since 1970; `/` keeps integers whole on SQLite and PostgreSQL, not on MySQL. */
export const minuteOf = (db: Db, column: string): string =>
  db.dialect === 'mysql'
    ? `coalesce(${column} div ${MS_PER_MINUTE}, 0)`
    : `coalesce(${column} / ${MS_PER_MINUTE}, 0)`;

/** Adds one batch's deliveries up anew. Wants a transaction that holds the batch. */
export async function addUp(db: Db, k: Knex, batchId: number): Promise<void> {
  await db.table(k, TABLES.tallies).where({ batch_id: batchId }).delete();
  const minute = minuteOf(db, 'd.tried_at');
  await k.raw(
    `insert into ${db.name(TABLES.tallies)} (batch_id, edition_id, state, because, minute, n)
     select d.batch_id, d.edition_id, d.state, coalesce(d.because, ''), ${minute}, count(*)
     from ${db.name(TABLES.deliveries)} d where d.batch_id = ?
     group by d.batch_id, d.edition_id, d.state, coalesce(d.because, ''), ${minute}`,
    [batchId],
  );
}
