import type { Knex } from 'knex';
import { readSealText, sealContext } from '../../../domain/subscribers/sealed';
import { readSpacing } from '../../../domain/subscribers/spacing';
import type { MaskedSubscriber, Reader } from '../../../domain/subscribers/subscriber';
import { TABLES } from '../../../names';
import type { Keys, SubscriberStore } from '../../../ports';
import { claimsOn } from '../claims/read';
import type { Db } from '../database';
import { consentsOf, membershipsOf } from '../lists/memberships';
import { idOf, maybeNumber, maybeText, type Row, rowId, textOf } from '../rows';
import { MASKED_COLUMNS, mask } from './mask';
import { pageOf } from './page';

type Reading = Pick<
  SubscriberStore,
  'list' | 'areMany' | 'find' | 'hashOf' | 'findByHash' | 'reveal'
>;

export function readSubscribers(db: Db, keys: Keys): Reading {
  const one = async (k: Knex, where: object): Promise<MaskedSubscriber | null> => {
    const rows: Row[] = await db
      .table(k, TABLES.subscribers)
      .where(where)
      .select(...MASKED_COLUMNS);
    const [found] = await mask(db, k, rows);
    return found ?? null;
  };

  return {
    list: (query) => db.read(async (k) => mask(db, k, await pageOf(db, k, query))),
    areMany: (domain, atLeast) =>
      db.read(async (k) => {
        const rows: Row[] = await db
          .table(k, TABLES.subscribers)
          .where({ domain })
          .limit(atLeast)
          .select('id');
        return rows.length >= atLeast;
      }),
    find: (id) =>
      db.read(async (k) => {
        const found = await one(k, { id: rowId(id) });
        if (!found) return null;
        const memberships = await membershipsOf(db, k, [id]);
        const consents = await consentsOf(db, k, id);
        const claims = await claimsOn(db, k, [id]);
        return { ...found, memberships, consents, claims, ...(await wishesOf(db, k, id)) };
      }),
    hashOf: (id) =>
      db.read(async (k) => {
        const row: Row | undefined = await db
          .table(k, TABLES.subscribers)
          .where({ id: rowId(id) })
          .first('address_hash');
        return row ? textOf(row.address_hash) : null;
      }),
    findByHash: (addressHash) => db.read((k) => one(k, { address_hash: addressHash })),
    reveal: (id) =>
      db.read(async (k) => {
        const row: Row | undefined = await db
          .table(k, TABLES.subscribers)
          .where({ id: rowId(id) })
          .first('id', 'address_hash', 'sealed', 'locale');
        return row ? readerOf(row, keys) : null;
      }),
  };
}

async function wishesOf(db: Db, k: Knex, id: string) {
  const row: Row | undefined = await db
    .table(k, TABLES.subscribers)
    .where({ id: rowId(id) })
    .first('paused_until', 'spacing_days');
  return {
    pausedUntil: maybeNumber(row?.paused_until),
    spacing: readSpacing(maybeNumber(row?.spacing_days)),
  };
}

/** Null: forgotten. */
export function readerOf(row: Row, keys: Keys): Reader | null {
  const sealed = maybeText(row.sealed);
  if (sealed === null) return null;
  const text = keys.unseal(sealed, sealContext(textOf(row.address_hash)));
  return {
    subscriberId: idOf(row.id),
    ...readSealText(text),
    locale: maybeText(row.locale),
  };
}
