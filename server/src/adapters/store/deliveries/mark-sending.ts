import type { Knex } from 'knex';
import { TABLES } from '../../../names';
import type { Claim } from '../../../ports';
import type { Db } from '../database';
import { idOf, rowIds, type Row } from '../rows';

/**
 * The half of `DeliveryLedger.exchange` that marks. The statement itself asks whether the claim still
 * stands and the edition is still being sent, so that a pause or a takeover holds from its commit on, in
 * every process.
 */
export async function markSending(
  db: Db,
  k: Knex,
  claim: Claim,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const chosen = () => db.table(k, TABLES.deliveries).whereIn('id', rowIds(ids));
  const marked = await chosen()
    .where({ batch_id: Number(claim.batchId) })
    .whereIn('state', ['pending', 'deferred'])
    .whereExists(stillOurs(db, k, claim))
    .update({ state: 'sending', fence: claim.fence });
  if (marked === ids.length) return [...ids];
  if (marked === 0) return [];
  const rows = await chosen().where({ state: 'sending', fence: claim.fence }).select('id');
  return rows.map(({ id }: Row) => idOf(id));
}

const stillOurs = (db: Db, k: Knex, { batchId, owner, fence }: Claim) =>
  db
    .table(k, `${TABLES.batches} as b`)
    .join(`${TABLES.editions} as e`, 'e.id', 'b.edition_id')
    .where({ 'b.id': Number(batchId), 'b.state': 'claimed', 'b.owner': owner, 'b.fence': fence })
    .where('e.state', 'sending')
    .select(k.raw('1'));
