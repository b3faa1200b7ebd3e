import type { Knex } from 'knex';
import { ATTRIBUTES_OF_A_KIND, type Attribute } from '../../../domain/segments/rule';
import { TABLES } from '../../../names';
import type { Db } from '../database';
import { type Slot, slotAt, slotsOf } from './slots';

/** Instances that boot together wait for each other at the lists, as syncs do. */
export async function settleSlots(
  db: Db,
  k: Knex,
  attributes: readonly Attribute[],
): Promise<void> {
  await db.table(k, TABLES.lists).update({ name: k.ref('name') });
  for (const attribute of attributes) await settle(db, k, attribute, attributes);
}

async function settle(
  db: Db,
  k: Knex,
  attribute: Attribute,
  mapped: readonly Attribute[],
): Promise<void> {
  const slots = await slotsOf(db, k);
  const own = slots.find(({ name }) => name === attribute.name);
  if (own?.kind === attribute.kind) return;
  if (own) await empty(db, k, own);
  const ofKind = slots.filter((slot) => slot.kind === attribute.kind);
  const free = placeBeside(ofKind);
  const idle = ofKind.find(({ name }) => mapped.every((one) => one.name !== name));
  if (free === undefined && idle) await empty(db, k, idle);
  const place = free ?? idle?.place;
  if (place === undefined) throw new Error('more attributes are mapped than there are places');
  const { name, kind } = slotAt(attribute, place);
  await db.table(k, TABLES.traitSlots).insert({ name, kind, place });
}

const placeBeside = (taken: readonly Slot[]): number | undefined =>
  Array.from({ length: ATTRIBUTES_OF_A_KIND }, (_, at) => at + 1).find((place) =>
    taken.every((slot) => slot.place !== place),
  );

/** Nothing that was known under another name may be taken for this one's. */
async function empty(db: Db, k: Knex, { name, column }: Slot): Promise<void> {
  await db
    .table(k, TABLES.traits)
    .whereNotNull(column)
    .update({ [column]: null });
  await db.table(k, TABLES.traitSlots).where({ name }).delete();
}
