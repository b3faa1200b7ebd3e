import { TABLES } from '../../names';
import type { Lease, LeaseStore, SharedClock } from '../../ports';
import type { Db } from './database';
import { numberOf } from './rows';

export function createLeaseStore(db: Db, clock: SharedClock = db): LeaseStore {
  const leases = TABLES.leases;
  return {
    take: async (name, owner, forMs) => {
      const now = await clock.now();
      const until = now + forMs;
      return db.read(async (k) => {
        const taken = await db
          .table(k, leases)
          .where({ name })
          .where('until', '<=', now)
          .update({ owner, until, fence: k.raw('fence + 1') });
        if (taken === 0) {
          const first = { name, owner, until, fence: 1 };
          await db.table(k, leases).insert(first).onConflict('name').ignore();
        }
        const row = await db.table(k, leases).where({ name }).first('owner', 'fence');
        return row?.owner === owner ? { name, owner, fence: numberOf(row.fence) } : null;
      });
    },

    renew: async (lease, forMs) => {
      const until = (await clock.now()) + forMs;
      return db.read(async (k) => (await held(db, k, lease).update({ until })) > 0);
    },

    release: (lease) =>
      db.read(async (k) => {
        await held(db, k, lease).update({ until: 0 });
      }),

    endOf: (process) =>
      db.read(async (k) => {
        await db.table(k, leases).where('owner', 'like', `${process}.%`).update({ until: 0 });
      }),

    forgetOld: (time) =>
      db.read(async (k) => {
        await db.table(k, leases).where('until', '<', time).delete();
      }),
  };
}

const held = (db: Db, k: Parameters<Db['table']>[0], { name, owner, fence }: Lease) =>
  db.table(k, TABLES.leases).where({ name, owner, fence });
