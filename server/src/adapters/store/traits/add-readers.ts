import type { Knex } from 'knex';
import type { Traits } from '../../../domain/subscribers/traits';
import { TABLES } from '../../../names';
import { chunksAmong, insertMany, selectionOf } from '../bulk';
import type { Db } from '../database';
import type { Row } from '../rows';
import { addRows, LANGUAGE } from './keep-rows';
import { slotsOf } from './slots';
import { traitRow } from './trait-row';

/**
 * A row for each of these subscribers, who are known to be on a list: with what is known of them where that is told,
 * in one statement, since to find each row again costs PostgreSQL as much as to write it.
 */
export async function addReaders(
  db: Db,
  k: Knex,
  subscriberIds: readonly string[],
  traits: readonly Traits[],
): Promise<void> {
  const slots = traits.length === 0 ? [] : await slotsOf(db, k);
  if (slots.length === 0) return addRows(db, k, subscriberIds);
  const coming = new Set(subscriberIds);
  const told = traits.filter(({ subscriberId }) => coming.has(subscriberId));
  for (const { subscriberId } of told) coming.delete(subscriberId);
  await addRows(db, k, [...coming]);
  for (const some of chunksAmong(db, told)) {
    const rows = some.map((one) => traitRow(one, slots));
    const columns = slots.map(({ column }) => column);
    if (db.dialect === 'mysql') await addOnMysql(db, k, rows, columns);
    else await addTold(db, k, rows, columns);
  }
}

async function addTold(
  db: Db,
  k: Knex,
  rows: readonly Row[],
  columns: readonly string[],
): Promise<void> {
  const { sql, bindings } = selectionOf(db, k, TABLES.traits, rows);
  const names = columns.map((column) => k.ref(column).toString());
  const merge = ['locale', ...names].map((name) => `${name} = excluded.${name}`);
  await k.raw(
    `insert into ${db.name(TABLES.traits)} (subscriber_id, locale, ${names.join(', ')})
     select s.id, ${LANGUAGE}, ${names.map((name) => `r.${name}`).join(', ')}
     from (${sql}) r join ${db.name(TABLES.subscribers)} s on s.id = r.subscriber_id where true
     on conflict (subscriber_id) do update set ${merge.join(', ')}`,
    bindings,
  );
}

async function addOnMysql(
  db: Db,
  k: Knex,
  rows: readonly Row[],
  columns: readonly string[],
): Promise<void> {
  await addRows(
    db,
    k,
    rows.map(({ subscriber_id: id }) => String(id)),
  );
  await insertMany(db, k, TABLES.traits, rows, { on: ['subscriber_id'], merge: columns });
}
