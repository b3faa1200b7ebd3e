import { TABLES } from '../../names';
import type { ReaderEntries } from '../../ports';
import type { Db } from './database';
import { rowId, textOf, type Row } from './rows';

/** Needs no secret: who may see somebody is asked before anything of them is opened. */
export const createReaderEntries = (db: Db): ReaderEntries => ({
  of: (subscriberId) =>
    db.read(async (k) => {
      const rows: Row[] = await db
        .table(k, TABLES.memberships)
        .where({ subscriber_id: rowId(subscriberId), is_on: true })
        .select('list_id');
      if (rows.length === 0) return [];
      return [{ id: subscriberId, lists: rows.map(({ list_id: list }) => textOf(list)) }];
    }),
});
