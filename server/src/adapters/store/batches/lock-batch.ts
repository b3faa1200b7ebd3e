import type { Knex } from 'knex';
import { TABLES } from '../../../names';
import type { Db } from '../database';

/** Until the transaction ends whoever else wants this batch waits. A write, since SQLite knows no other lock. */
export const lockBatch = (db: Db, k: Knex, id: number): Promise<number> =>
  db
    .table(k, TABLES.batches)
    .where({ id })
    .update({ size: k.raw('size') });
