import type { Knex } from 'knex';
import { TABLES } from '../../../names';
import type { Settlement } from '../../../ports';
import { lockBatch } from '../batches/lock-batch';
import type { Db } from '../database';
import { numberOf, rowIds, type Row } from '../rows';
import { addUp } from '../tallies';
import { writeSettlements } from './write-settlements';

/** *Uncertain* no longer: writes what is known now and adds the batches up again. */
export async function settleLate(
  db: Db,
  settlements: readonly Settlement[],
  at: number,
  only: { readonly fence?: number },
): Promise<void> {
  if (settlements.length === 0) return;
  await db.within(async (k) => {
    const batches = await batchesOf(db, k, settlements);
    for (const id of batches) await lockBatch(db, k, id);
    const uncertain = db.table(k, TABLES.deliveries).where({ state: 'uncertain', ...only });
    await writeSettlements(k, uncertain, settlements, at);
    for (const id of batches) await addUp(db, k, id);
  });
}

async function batchesOf(db: Db, k: Knex, settlements: readonly Settlement[]): Promise<number[]> {
  const rows = await db
    .table(k, TABLES.deliveries)
    .whereIn('id', rowIds(settlements.map(({ id }) => id)))
    .distinct('batch_id')
    .orderBy('batch_id');
  return rows.map(({ batch_id }: Row) => numberOf(batch_id));
}
