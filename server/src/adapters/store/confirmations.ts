import { TABLES } from '../../names';
import type { ConfirmationStore } from '../../ports';
import type { Db } from './database';
import { numberOf, textOf, type Row } from './rows';

export const createConfirmationStore = (db: Db): ConfirmationStore => ({
  find: (person) =>
    db.read(async (k) => {
      const row: Row | undefined = await db
        .table(k, TABLES.confirmations)
        .where({ person })
        .first();
      if (!row) return null;
      return { person, confirmedAt: numberOf(row.confirmed_at), seal: textOf(row.seal) };
    }),
  put: ({ person, confirmedAt, seal }) =>
    db.within(async (k) => {
      const now = { confirmed_at: confirmedAt, seal };
      await db
        .table(k, TABLES.confirmations)
        .insert({ person, ...now })
        .onConflict('person')
        .merge(now);
    }),
});
