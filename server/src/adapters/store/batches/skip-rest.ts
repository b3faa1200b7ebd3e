import type { Knex } from 'knex';
import { TABLES } from '../../../names';
import type { Claim } from '../../../ports';
import type { Db } from '../database';

/** What of a batch is neither out nor on its way, as skipped; returns how many. */
export const skipRest = (db: Db, k: Knex, batchId: number, now: number): Promise<number> =>
  db
    .table(k, TABLES.deliveries)
    .where({ batch_id: batchId })
    .whereIn('state', ['pending', 'deferred'])
    .update({ state: 'skipped', because: 'cancelled', due_at: null, tried_at: now });

/** A message that came back from the wire after the edition was cancelled is not left waiting. */
export async function skipIfCancelled(db: Db, k: Knex, claim: Claim, now: number): Promise<void> {
  const edition = await db
    .table(k, TABLES.editions)
    .where({ id: claim.editionId, state: 'cancelled' })
    .first('id');
  if (edition) await skipRest(db, k, Number(claim.batchId), now);
}
