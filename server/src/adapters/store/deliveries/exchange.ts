import { againAfterDeadlock } from '../deadlocks';
import type { Db, Dialect } from '../database';
import { exchangeByKnex } from './exchange/by-knex';
import { exchangeOnPostgres } from './exchange/on-postgres';
import { exchangeOnSqlite } from './exchange/on-sqlite';
import { countOf, type Exchange, type Exchanged } from './exchange/exchange';
import { final } from './final';
import { settleLate } from './settle-late';

/** In one transaction, where one is not dearer than several: what waits for the disk waits once. */
const WAYS: Record<Dialect, (db: Db, exchange: Exchange) => Promise<Exchanged>> = {
  sqlite: exchangeOnSqlite,
  postgres: exchangeOnPostgres,
  mysql: exchangeByKnex,
};

/** See `DeliveryLedger.exchange`. */
export async function exchange(db: Db, wanted: Exchange): Promise<string[]> {
  const way = (what: Exchange) => againAfterDeadlock(() => WAYS[db.dialect](db, what));
  const { settling, at } = wanted;
  const { settled, marked } = await way(wanted);
  if (settled === countOf(settling)) return marked;
  // Somebody took a batch over and called some uncertain. Nothing is marked yet, should this fail.
  for (const { claim, settlements } of settling)
    await settleLate(db, final(settlements), at, { fence: claim.fence });
  return (await way({ ...wanted, settling: [] })).marked;
}
