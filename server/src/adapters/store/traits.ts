import { inChunks } from './rows';
import type { Knex } from 'knex';
import type { Traits } from '../../domain/subscribers/traits';
import { TABLES } from '../../names';
import type { TraitStore } from '../../ports';
import { insertMany, whereAmong } from './bulk';
import type { Db } from './database';
import { idOf, type Row, rowIds } from './rows';
import { settleSlots } from './traits/settle-slots';
import { type Slot, slotsOf } from './traits/slots';
import { traitRow } from './traits/trait-row';

export function createTraitStore(db: Db): TraitStore {
  return {
    settle: (attributes) => db.within((k) => settleSlots(db, k, attributes)),
    put: (traits) =>
      db.within(async (k) => {
        const slots = traits.length === 0 ? [] : await slotsOf(db, k);
        if (slots.length === 0) return;
        for (const some of inChunks(traits)) await write(db, k, some, slots);
      }),
  };
}

/** Who is on no list has no row, and gets none. */
async function write(
  db: Db,
  k: Knex,
  traits: readonly Traits[],
  slots: readonly Slot[],
): Promise<void> {
  const ids = rowIds(traits.map(({ subscriberId }) => subscriberId));
  const traitRows = db.table(k, TABLES.traits);
  const found: Row[] = await whereAmong(db, traitRows, 'subscriber_id', ids).select(
    'subscriber_id',
  );
  const known = new Set(found.map((row) => idOf(row.subscriber_id)));
  const rows = traits
    .filter(({ subscriberId }) => known.has(subscriberId))
    .map((one) => traitRow(one, slots));
  if (rows.length === 0) return;
  await insertMany(db, k, TABLES.traits, rows, {
    on: ['subscriber_id'],
    merge: slots.map(({ column }) => column),
  });
}
