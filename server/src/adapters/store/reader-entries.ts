import { TABLES } from '../../names';
import type { ReaderEntries } from '../../ports';
import type { Db } from './database';
import { idOf, rowIds, textOf, type Row } from './rows';

/** Needs no secret: who may see somebody is asked before anything of them is opened. */
export const createReaderEntries = (db: Db): ReaderEntries => ({
  of: (subscriberIds) =>
    db.read(async (k) => {
      const rows: Row[] = await db
        .table(k, TABLES.memberships)
        .whereIn('subscriber_id', rowIds(subscriberIds))
        .where('is_on', true)
        .select('subscriber_id', 'list_id');
      const lists = new Map<string, string[]>();
      for (const row of rows) {
        const id = idOf(row.subscriber_id);
        lists.set(id, [...(lists.get(id) ?? []), textOf(row.list_id)]);
      }
      return [...lists].map(([id, on]) => ({ id, lists: on }));
    }),
});
