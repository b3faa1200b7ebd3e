import type { Knex } from 'knex';
import type { Consent, Membership } from '../../domain/subscribers/claim';
import { TABLES } from '../../names';
import type { ListStore, SubscriberList } from '../../ports';
import { insertMany } from './bulk';
import type { Db } from './database';
import { membershipsOf } from './lists/memberships';
import { trimConsents } from './lists/trim-consents';
import { type Row, rowId, textOf } from './rows';
import { addReaders } from './traits/add-readers';
import { keepRows } from './traits/keep-rows';

export function createListStore(db: Db): ListStore {
  const lists = (k: Knex): Knex.QueryBuilder => db.table(k, TABLES.lists);

  return {
    ensure: ({ id, name }, at) =>
      db.within(async (k) => {
        await lists(k).insert({ id, name, created_at: at }).onConflict('id').ignore();
      }),
    all: () =>
      db.read(async (k) => {
        const rows: Row[] = await lists(k).orderBy('id').select('id', 'name');
        return rows.map(listOf);
      }),
    find: (id) =>
      db.read(async (k) => {
        const row: Row | undefined = await lists(k).where({ id }).first('id', 'name');
        return row ? listOf(row) : null;
      }),
    // A write that changes nothing locks the rows on every database, and on MySQL takes no snapshot yet.
    takeTurn: () =>
      db.within(async (k) => {
        if (db.dialect === 'postgres') await k.raw(takingTurn(db.name(TABLES.lists)));
        else await lists(k).update({ name: k.ref('name') });
      }),
    membershipsOf: (ids) => db.within((k) => membershipsOf(db, k, ids)),
    putMemberships: (memberships, traits = []) =>
      db.within(async (k) => {
        await insertMany(db, k, TABLES.memberships, memberships.map(membershipRow), {
          on: ['list_id', 'subscriber_id'],
          merge: ['is_on', 'since'],
        });
        const idsOf = (are: boolean): string[] =>
          memberships.filter(({ isOn }) => isOn === are).map(({ subscriberId }) => subscriberId);
        await addReaders(db, k, idsOf(true), traits);
        await keepRows(db, k, idsOf(false));
      }),
    markLeft: (subscriberId, listIds, leftAt) =>
      db.within(async (k) => {
        await db
          .table(k, TABLES.memberships)
          .where({ subscriber_id: rowId(subscriberId) })
          .whereIn('list_id', listIds)
          .update({ left_at: leftAt });
      }),
    trimConsents: trimConsents(db),
    appendConsents: (consents) =>
      db.within(async (k) => {
        await insertMany(db, k, TABLES.consents, consents.map(consentRow));
      }),
  };
}

/**
 * It takes a table for small that nobody has counted yet, and reads all of it each time; where it has to
 * read all of one after all, it takes that for costly, and compiles it for 50 ms. All in one message.
 */
const takingTurn = (lists: string): string =>
  `update ${lists} set name = name; set local enable_seqscan = off; set local jit = off`;

const listOf = (row: Row): SubscriberList => ({ id: textOf(row.id), name: textOf(row.name) });

const membershipRow = ({ listId, subscriberId, isOn, since }: Membership): Row => ({
  list_id: listId,
  subscriber_id: rowId(subscriberId),
  is_on: isOn,
  since,
});

const consentRow = ({ listId, subscriberId, kind, sourceId, how, at, wording }: Consent): Row => ({
  list_id: listId,
  subscriber_id: rowId(subscriberId),
  kind,
  source_id: sourceId,
  how,
  at,
  wording: wording ?? null,
});
