import type { Knex } from 'knex';
import { CLOSED } from '../../domain/delivery/outcome';
import { TABLES } from '../../names';
import type { UncertainDeliveries, UncertainDelivery, Wake } from '../../ports';
import { lockBatch } from './batches/lock-batch';
import type { Db } from './database';
import { idOf, numberOf, rowId, type Row } from './rows';
import { addUp } from './tallies';

export const createUncertainDeliveries = (db: Db): UncertainDeliveries => ({
  close: (delivery) =>
    db.within(async (k) => (await resolve(db, k, delivery, { because: CLOSED })) !== null),
  reopen: (delivery, at) => db.within((k) => reopen(db, k, delivery, at)),
});

/** Its 72 h begin anew: else its first deferral days later would be its last. Its tries go on being counted. */
const AS_IF_NEW = {
  ...{ state: 'pending', because: null, reply: null },
  ...{ first_tried_at: null, due_at: null },
};

/** Whoever has the batch in hand finds it there, or wakes it when it is given back. */
async function reopen(
  db: Db,
  k: Knex,
  delivery: UncertainDelivery,
  at: number,
): Promise<Wake | null> {
  const batchId = await resolve(db, k, delivery, AS_IF_NEW);
  if (batchId === null) return null;
  const batch = db.table(k, TABLES.batches).where({ id: batchId });
  await batch.whereIn('state', ['ready', 'done']).update({ state: 'ready', due_at: at });
  return { batchId: idOf(batchId), dueAt: at };
}

/** The batch whose tally counts it anew; held before the delivery is looked at, as whoever settles does. */
async function resolve(
  db: Db,
  k: Knex,
  { editionId, deliveryId }: UncertainDelivery,
  change: object,
): Promise<number | null> {
  const one = { id: rowId(deliveryId), edition_id: editionId };
  const found: Row | undefined = await db.table(k, TABLES.deliveries).where(one).first('batch_id');
  if (!found) return null;
  const batchId = numberOf(found.batch_id);
  await lockBatch(db, k, batchId);
  const open = db.table(k, TABLES.deliveries).where({ ...one, state: 'uncertain', because: null });
  if ((await open.update(change)) === 0) return null;
  await addUp(db, k, batchId);
  return batchId;
}
