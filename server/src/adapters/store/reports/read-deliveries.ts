import type { Knex } from 'knex';
import { TABLES } from '../../../names';
import type { DeliveryQuery, LabelledDelivery } from '../../../ports';
import type { Db } from '../database';
import { toDelivery } from '../deliveries/rows';
import { maybeNumber, maybeText, numberOf, rowId, type Row } from '../rows';

/** Batches looked into at once: more than a page, since each that is asked for has at least one row. */
const BATCHES = 64;

/**
 * A page of an edition's deliveries. Batches lead to them: those whose tally holds the state that is
 * asked for, and those in somebody's hands, whose tally is not to be believed.
 */
export async function readDeliveries(
  db: Db,
  k: Knex,
  query: DeliveryQuery,
): Promise<LabelledDelivery[]> {
  const page: LabelledDelivery[] = [];
  let from = await batchOf(db, k, query.after);
  while (page.length < query.limit) {
    const batches = await batchesFrom(db, k, query, from);
    page.push(...(await rowsIn(db, k, query, batches, query.limit - page.length)));
    const last = batches.at(-1);
    if (last === undefined || batches.length < BATCHES) break;
    from = last + 1;
  }
  return page;
}

async function batchOf(db: Db, k: Knex, deliveryId: string | undefined): Promise<number> {
  if (deliveryId === undefined) return 0;
  const row = await db
    .table(k, TABLES.deliveries)
    .where({ id: rowId(deliveryId) })
    .first('batch_id');
  return numberOf(row?.batch_id ?? 0);
}

async function batchesFrom(
  db: Db,
  k: Knex,
  { editionId, state }: DeliveryQuery,
  from: number,
): Promise<number[]> {
  const batches = db
    .table(k, `${TABLES.batches} as b`)
    .join(`${TABLES.editions} as e`, 'e.id', 'b.edition_id')
    .where('b.edition_id', editionId)
    .whereRaw('b.freeze_id = e.freeze_id')
    .where('b.id', '>=', from)
    .orderBy('b.id')
    .limit(BATCHES)
    .select('b.id');
  if (state !== undefined) {
    const holding = db
      .table(k, `${TABLES.tallies} as t`)
      .whereRaw('t.batch_id = b.id')
      .where('t.state', state)
      .select(k.raw('1'));
    void batches.where((some) => void some.where('b.state', 'claimed').orWhereExists(holding));
  }
  return (await batches).map(({ id }: Row) => numberOf(id));
}

async function rowsIn(
  db: Db,
  k: Knex,
  { state, after }: DeliveryQuery,
  batches: readonly number[],
  limit: number,
): Promise<LabelledDelivery[]> {
  const rows = db
    .table(k, `${TABLES.deliveries} as d`)
    .leftJoin(`${TABLES.subscribers} as s`, 's.id', 'd.subscriber_id')
    .whereIn('d.batch_id', [...batches])
    .orderBy([{ column: 'd.batch_id' }, { column: 'd.id' }])
    .limit(limit)
    .select('d.*', 's.label');
  if (state !== undefined) void rows.where('d.state', state);
  if (after !== undefined) void rows.where('d.id', '>', rowId(after) ?? 0);
  return (await rows).map(toLabelled);
}

const toLabelled = (row: Row): LabelledDelivery => ({
  ...toDelivery(row),
  label: maybeText(row.label),
  at: maybeNumber(row.tried_at),
});
