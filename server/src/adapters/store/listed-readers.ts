import { TABLES } from '../../names';
import type { Keys, ListedReaders } from '../../ports';
import type { Db } from './database';
import { numberOf, rowId, type Row } from './rows';
import { readerOf } from './subscribers/read';

/** A page walks the list's own index, however long the list is. */
export const createListedReaders = (db: Db, keys: Keys): ListedReaders => ({
  page: ({ listId, after, limit }) =>
    db.read(async (k) => {
      const suppressed = db
        .table(k, `${TABLES.suppressions} as x`)
        .whereRaw('?? = ??', ['x.address_hash', 's.address_hash']);
      const rows: Row[] = await db
        .table(k, `${TABLES.memberships} as m`)
        .join(`${TABLES.subscribers} as s`, 's.id', 'm.subscriber_id')
        .where({ 'm.list_id': listId, 'm.is_on': true, 's.status': 'active' })
        .where('m.subscriber_id', '>', rowId(after ?? '0') ?? 0)
        .whereNotNull('s.sealed')
        .whereNotExists(suppressed)
        .orderBy('m.subscriber_id')
        .limit(limit)
        .select('s.id', 's.address_hash', 's.sealed', 's.locale', 'm.since');
      return rows.flatMap((row) => {
        const reader = readerOf(row, keys);
        return reader ? [{ ...reader, since: numberOf(row.since) }] : [];
      });
    }),
});
