import type { Knex } from 'knex';
import { TABLES } from '../../../names';
import type { CancelledBatch } from '../../../ports';
import { lockBatch } from '../batches/lock-batch';
import { skipRest } from '../batches/skip-rest';
import type { Db } from '../database';
import { addUp } from '../tallies';

/** See `DeliveryLedger.cancelNext`. Wants a transaction. */
export async function cancelNext(
  db: Db,
  k: Knex,
  { editionId, after, at }: { editionId: string; after: string | null; at: number },
): Promise<CancelledBatch | null> {
  const open = await db
    .table(k, TABLES.batches)
    .where({ edition_id: editionId })
    .whereIn('state', ['ready', 'claimed'])
    .where('id', '>', Number(after ?? 0))
    .orderBy('id')
    .first('id');
  if (!open) return null;
  const id = Number(open.id);
  const isFree = await closeIfFree(db, k, id);
  const skipped = await skipRest(db, k, id, at);
  if (isFree) await callUncertain(db, k, id, at);
  if (isFree) await addUp(db, k, id);
  return { batchId: String(id), skipped };
}

/** Also holds the row, so that a worker who gives it back now finds the edition cancelled. */
async function closeIfFree(db: Db, k: Knex, id: number): Promise<boolean> {
  const free = db.table(k, TABLES.batches).where({ id, state: 'ready' });
  if ((await free.update({ state: 'done' })) > 0) return true;
  await lockBatch(db, k, id);
  return false;
}

/** Marked by somebody who has lost the batch since: what became of it they alone can tell. */
const callUncertain = (db: Db, k: Knex, id: number, at: number): Promise<number> =>
  db
    .table(k, TABLES.deliveries)
    .where({ batch_id: id, state: 'sending' })
    .update({ state: 'uncertain', tried_at: at });
