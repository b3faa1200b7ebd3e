import { TABLES } from '../../names';
import type { ListSizeStore } from '../../ports';
import type { Db } from './database';
import { numberOf, type Row, textOf } from './rows';

export const createListSizeStore = (db: Db): ListSizeStore => ({
  note: async (day) => {
    const lists: Row[] = await db.read((k) => db.table(k, TABLES.lists).orderBy('id').select('id'));
    // One list at a time: nobody waits behind a million rows of several.
    for (const { id } of lists) {
      await db.within(async (k) => {
        const on = { list_id: textOf(id), is_on: true };
        const counted: Row | undefined = await db
          .table(k, TABLES.memberships)
          .where(on)
          .count({ n: '*' })
          .first();
        await db
          .table(k, TABLES.listSizes)
          .insert({ list_id: textOf(id), day, readers: numberOf(counted?.n ?? 0) })
          .onConflict(['list_id', 'day'])
          .merge(['readers']);
      });
    }
  },
  since: (listId, day) =>
    db.read(async (k) => {
      const rows: Row[] = await db
        .table(k, TABLES.listSizes)
        .where({ list_id: listId })
        .where('day', '>=', day)
        .orderBy('day')
        .select('day', 'readers');
      return rows.map((row) => ({ day: textOf(row.day), readers: numberOf(row.readers) }));
    }),
});
