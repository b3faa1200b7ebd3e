import { TABLES } from '../../names';
import type { DayStore } from '../../ports';
import type { Db } from './database';
import { maybeText, numberOf } from './rows';

/** In the database also where there is a Redis: one that is emptied must not begin the day anew. */
export function createDayStore(db: Db): DayStore {
  return {
    take: async (transportId, day, { limit, most }) => {
      const first = { transport_id: transportId, day, used: 0 };
      // By itself: MySQL keeps a shared lock on a row that is there already, and two who hold one and want
      // more of it are in each other's way.
      await db.read(async (k) => {
        await db.table(k, TABLES.days).insert(first).onConflict(['transport_id', 'day']).ignore();
      });
      return db.within(async (k) => {
        const row = () => db.table(k, TABLES.days).where({ transport_id: transportId, day });
        const read = row().first('used');
        const used = numberOf((await (db.dialect === 'sqlite' ? read : read.forUpdate())).used);
        const taken = Math.max(0, Math.min(most, limit - used));
        if (taken > 0) await row().update({ used: used + taken });
        return taken;
      });
    },
    giveBack: (transportId, day, messages) =>
      db.within(async (k) => {
        const row = db.table(k, TABLES.days).where({ transport_id: transportId, day });
        await row.decrement('used', messages);
      }),
    used: (transportId, day) =>
      db.read(async (k) => {
        const row = db.table(k, TABLES.days).where({ transport_id: transportId, day });
        return numberOf((await row.first('used'))?.used ?? 0);
      }),
    firstDay: (transportId) =>
      db.read(async (k) => {
        const days = db.table(k, TABLES.days).where({ transport_id: transportId });
        return maybeText((await days.min({ day: 'day' }).first())?.day ?? null);
      }),
  };
}
