import type { Knex } from 'knex';
import { NOBODY } from '../../../domain/subscribers/mask';
import { sealContext, sealText } from '../../../domain/subscribers/sealed';
import { TABLES } from '../../../names';
import type {
  Introduced,
  Keys,
  LockedSubscriber,
  NewSubscriber,
  SubscriberStore,
} from '../../../ports';
import { chunksAmong, insertMany, whereAmong } from '../bulk';
import { insertEach } from '../bulk/insert-each';
import type { Db } from '../database';
import { idOf, inChunks, maybeText, type Row, rowId, rowIds, textOf } from '../rows';
import { dropRows, keepRows } from '../traits/keep-rows';
import { keepSaid } from './keep-said';

type Writing = Pick<
  SubscriberStore,
  'idsOf' | 'introduce' | 'lock' | 'update' | 'forget' | 'erase' | 'pause' | 'space' | 'speak'
>;

/** Everything but the identity and the first day. */
const REFRESHED = ['key_id', 'sealed', 'domain', 'label', 'locale', 'status', 'updated_at'];

export function writeSubscribers(db: Db, keys: Keys): Writing {
  const subscribers = (k: Knex): Knex.QueryBuilder => db.table(k, TABLES.subscribers);
  const rowsOf = (people: readonly NewSubscriber[], at: number): Row[] =>
    people.map((person) => rowOf(person, keys, at));

  const idsOf: Writing['idsOf'] = (hashes) =>
    db.read(async (k) => {
      const ids = new Map<string, string>();
      for (const some of chunksAmong(db, hashes)) {
        const rows: Row[] = await whereAmong(db, subscribers(k), 'address_hash', some).select(
          'id',
          'address_hash',
        );
        for (const [hash, id] of idsIn(rows)) ids.set(hash, id);
      }
      return ids;
    });

  return {
    idsOf,
    introduce: (people, at) =>
      db.within(async (k) => {
        const hashes = people.map(({ addressHash }) => addressHash);
        if (db.dialect === 'mysql') return introduceOnMysql(db, k, rowsOf(people, at), idsOf);
        const made = idsIn(await insertNew(db, k, rowsOf(people, at)));
        return { made, found: await idsOf(hashes.filter((hash) => !made.has(hash))) };
      }),
    lock: (ids) => db.within((k) => lock(db, k, rowIds(ids))),
    update: (people, at) =>
      db.within(async (k) => {
        const rows = rowsOf(await keepSaid(db, k, keys, people), at);
        const merging = { on: ['address_hash'], merge: REFRESHED };
        await insertMany(db, k, TABLES.subscribers, rows, merging);
        await keepChosenLocales(db, k, people);
        const ids = await idsOf(people.map(({ addressHash }) => addressHash));
        await keepRows(db, k, [...ids.values()]);
      }),
    forget: (ids, at) =>
      db.within(async (k) => {
        const forgotten = { sealed: null, status: 'erased', updated_at: at };
        for (const some of inChunks(rowIds(ids))) {
          await subscribers(k).whereIn('id', some).update(forgotten);
        }
        await dropRows(db, k, ids);
      }),
    erase: (ids, at) =>
      db.within(async (k) => {
        await dropRows(db, k, ids);
        return ids.length === 0 ? 0 : erase(subscribers(k).whereIn('id', rowIds(ids)), at);
      }),
    pause: (id, until, at) =>
      db.within(async (k) => {
        await subscribers(k)
          .where({ id: rowId(id) })
          .update({ paused_until: until, updated_at: at });
      }),
    space: (id, days, at) =>
      db.within(async (k) => {
        await subscribers(k)
          .where({ id: rowId(id) })
          .update({ spacing_days: days, updated_at: at });
      }),
    speak: (id, locale, at) =>
      db.within(async (k) => {
        await subscribers(k)
          .where({ id: rowId(id) })
          .update({ locale, chosen_locale: locale, updated_at: at });
        await keepRows(db, k, [id]);
      }),
  };
}

/** What the reader chose stays, whatever a source says of them. */
async function keepChosenLocales(db: Db, k: Knex, people: readonly NewSubscriber[]): Promise<void> {
  for (const some of inChunks(people.map(({ addressHash }) => addressHash))) {
    await whereAmong(db, db.table(k, TABLES.subscribers), 'address_hash', some)
      .whereNotNull('chosen_locale')
      .update({ locale: k.ref('chosen_locale') });
  }
}

const idsIn = (rows: readonly Row[]): Map<string, string> =>
  new Map(rows.map((row) => [textOf(row.address_hash), idOf(row.id)]));

/** It does not tell whom it wrote. */
async function introduceOnMysql(
  db: Db,
  k: Knex,
  rows: readonly Row[],
  idsOf: Writing['idsOf'],
): Promise<Introduced> {
  const found = await idsOf(rows.map((row) => textOf(row.address_hash)));
  const others = rows.filter((row) => !found.has(textOf(row.address_hash)));
  await insertMany(db, k, TABLES.subscribers, others, { on: ['address_hash'], merge: [] });
  return { made: await idsOf(others.map((row) => textOf(row.address_hash))), found };
}

/** Those that were not there yet, by id and address hash; not on MySQL. */
const insertNew = (db: Db, k: Knex, rows: readonly Row[]): Promise<Row[]> =>
  db.dialect === 'sqlite'
    ? insertEach(k, db.name(TABLES.subscribers), rows, 'address_hash')
    : insertMany(db, k, TABLES.subscribers, rows, {
        on: ['address_hash'],
        merge: [],
        answer: ['id', 'address_hash'],
      });

const NO_WISHES = { chosen_locale: null, paused_until: null, spacing_days: null };

async function erase(rows: Knex.QueryBuilder, at: number): Promise<number> {
  const sealed = await rows.clone().whereNotNull('sealed').update({ sealed: null });
  const nothing = { status: 'erased', label: NOBODY, domain: '', locale: null, ...NO_WISHES };
  await rows.update({ ...nothing, updated_at: at });
  return sealed;
}

/** In the order of ids, so that two who lock several never wait for each other in a circle. */
async function lock(db: Db, k: Knex, ids: number[]): Promise<LockedSubscriber[]> {
  const locked: LockedSubscriber[] = [];
  for (const some of chunksAmong(
    db,
    ids.sort((a, b) => a - b),
  )) {
    const rows = whereAmong(db, db.table(k, TABLES.subscribers), 'id', some);
    // SQLite has no row locks: a write, even one that changes nothing, makes the others wait.
    if (db.dialect === 'sqlite') await rows.clone().update({ status: k.ref('status') });
    const found: Row[] = await rows
      .orderBy('id')
      .forUpdate()
      .select('id', 'address_hash', 'label', 'locale');
    locked.push(...found.map(lockedOf));
  }
  return locked;
}

const lockedOf = (row: Row): LockedSubscriber => ({
  id: idOf(row.id),
  addressHash: textOf(row.address_hash),
  label: textOf(row.label),
  locale: maybeText(row.locale),
});

const rowOf = (
  { addressHash, domain, label, locale, person }: NewSubscriber,
  keys: Keys,
  at: number,
): Row => ({
  address_hash: addressHash,
  key_id: keys.currentId,
  sealed: person && (person.sealed?.() ?? keys.seal(sealText(person), sealContext(addressHash))),
  domain,
  label,
  locale,
  status: person ? 'active' : 'erased',
  created_at: at,
  updated_at: at,
});
