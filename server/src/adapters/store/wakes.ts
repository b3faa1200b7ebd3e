import { TABLES } from '../../names';
import type { SharedClock, Wake, WakeStore } from '../../ports';
import type { Db } from './database';
import { idOf, inChunks, numberOf, type Row } from './rows';

export function createWakeStore(db: Db, clock: SharedClock = db): WakeStore {
  const queue = TABLES.queue;

  return {
    add: (wakes) =>
      db.read(async (k) => {
        for (const chunk of inChunks(wakes)) {
          const insert = db.table(k, queue).insert(chunk.map(toRow));
          await insert.onConflict('batch_id').merge(['due_at', 'owner', 'lease_until']);
        }
      }),

    take: async (owner, limit, forMs) => {
      const now = await clock.now();
      const until = now + forMs;
      return db.read(async (k) => {
        const free = () =>
          db
            .table(k, queue)
            .where(
              (hidden) => void hidden.whereNull('lease_until').orWhere('lease_until', '<=', now),
            );
        const due = await free()
          .where('due_at', '<=', now)
          .orderBy([{ column: 'due_at' }, { column: 'id' }])
          .limit(limit)
          .select('id');
        const ids = due.map(({ id }: Row) => numberOf(id));
        if (ids.length === 0) return [];
        await free().whereIn('id', ids).update({ owner, lease_until: until });
        const taken = db.table(k, queue).whereIn('id', ids).where({ owner, lease_until: until });
        const rows = await taken
          .orderBy([{ column: 'due_at' }, { column: 'id' }])
          .select('batch_id');
        return rows.map(({ batch_id }: Row) => idOf(batch_id));
      });
    },

    finish: (owner, batchId) =>
      db.read(async (k) => {
        await db
          .table(k, queue)
          .where({ owner, batch_id: Number(batchId) })
          .delete();
      }),

    letGo: (owner) =>
      db.read(async (k) => {
        await db.table(k, queue).where({ owner }).update({ owner: null, lease_until: null });
      }),

    untilNext: async () => {
      const now = await clock.now();
      return db.read(async (k) => {
        const free = db.table(k, queue).whereNull('lease_until');
        const next = await free.orderBy('due_at').first('due_at');
        return next ? Math.max(0, numberOf(next.due_at) - now) : null;
      });
    },

    forgetDone: () =>
      db.read(async (k) => {
        const open = db
          .table(k, `${TABLES.batches} as b`)
          .whereRaw(`b.id = ${queue}.batch_id`)
          .whereNot('b.state', 'done')
          .select(k.raw('1'));
        await db.table(k, queue).whereNotExists(open).delete();
      }),
  };
}

const toRow = ({ batchId, dueAt }: Wake) => ({
  batch_id: Number(batchId),
  due_at: dueAt,
  owner: null,
  lease_until: null,
});
