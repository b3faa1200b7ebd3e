import type { Knex } from 'knex';
import { TABLES } from '../../../names';
import type { Claim, Wake } from '../../../ports';
import type { Db } from '../database';
import { numberOf, type Row } from '../rows';
import { addUp } from '../tallies';
import { skipIfCancelled } from './skip-rest';

/** A stray *sending* row was marked by an owner that has lost its lease: look again when it is surely over. */
const STRAY_MS = 30_000;

/** Gives a batch back; see `BatchStore.release`. Wants a transaction. */
export async function releaseBatch(
  db: Db,
  k: Knex,
  claim: Claim,
  { now, notBefore }: { now: number; notBefore: number },
): Promise<Wake | null> {
  if (!(await lockClaim(db, k, claim))) return null;
  const batchId = Number(claim.batchId);
  await skipIfCancelled(db, k, claim, now);
  await addUp(db, k, batchId);
  const next = await nextDue(db, k, batchId, now);
  const dueAt = next === null ? now : Math.max(next, notBefore);
  const state = next === null ? 'done' : 'ready';
  const free = { state, due_at: dueAt, owner: null, lease_until: null };
  await db.table(k, TABLES.batches).where({ id: batchId }).update(free);
  return next === null ? null : { batchId: claim.batchId, dueAt };
}

/** Whoever else wants this batch's row waits for us; false if it is somebody else's. */
async function lockClaim(db: Db, k: Knex, claim: Claim): Promise<boolean> {
  const locked = await db
    .table(k, TABLES.batches)
    .where({ id: Number(claim.batchId), state: 'claimed', owner: claim.owner, fence: claim.fence })
    .update({ size: k.raw('size') });
  return locked > 0;
}

/** When the batch has something to do, null if never. */
async function nextDue(db: Db, k: Knex, batchId: number, now: number): Promise<number | null> {
  const rows = await db
    .table(k, TABLES.deliveries)
    .where({ batch_id: batchId })
    .whereIn('state', ['pending', 'deferred', 'sending'])
    .groupBy('state')
    .select('state')
    .min({ due: 'due_at' });
  const times = rows.map(({ state, due }: Row) => {
    if (state === 'sending') return now + STRAY_MS;
    return state === 'pending' ? now : numberOf(due ?? now);
  });
  return times.length === 0 ? null : Math.min(...times);
}
