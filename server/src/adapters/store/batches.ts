import type { Knex } from 'knex';
import { TABLES } from '../../names';
import type { BatchStore, Claim, SharedClock, Wake } from '../../ports';
import { releaseBatch } from './batches/release-batch';
import type { Db } from './database';
import { idOf, numberOf, textOf, type Row } from './rows';

export function createBatchStore(db: Db, clock: SharedClock = db): BatchStore {
  const batches = (k: Knex) => db.table(k, `${TABLES.batches} as b`);
  const overdue = (k: Knex, dueBefore: number, limit: number) =>
    batches(k)
      .where('b.state', 'ready')
      .where('b.due_at', '<=', dueBefore)
      .whereExists(sending(db, k, 'b'))
      .orderBy('b.id')
      .limit(limit)
      .select('b.id', 'b.due_at');

  return {
    claim: async (batchId, owner, forMs) => {
      const now = await clock.now();
      return db.read(async (k) => {
        const claimed = await db
          .table(k, TABLES.batches)
          .where({ id: Number(batchId), state: 'ready' })
          .where('due_at', '<=', now)
          .whereExists(sending(db, k, TABLES.batches))
          .update({ state: 'claimed', owner, lease_until: now + forMs, fence: NEXT_FENCE(k) });
        return claimed === 0 ? null : claimOf(db, k, batchId);
      });
    },

    renew: async (owner, claims, forMs) => {
      const until = (await clock.now()) + forMs;
      return db.read(async (k) => {
        const mine = () =>
          db
            .table(k, TABLES.batches)
            .where({ owner, state: 'claimed' })
            .whereIn(
              'id',
              claims.map(({ batchId }) => Number(batchId)),
            );
        await mine().update({ lease_until: until });
        const rows = (await mine().select('id', 'edition_id', 'owner', 'fence')).map(toClaim);
        return rows.filter((row: Claim) => claims.some((claim) => isSame(row, claim)));
      });
    },

    release: async (claim, notBefore) => {
      const now = await clock.now();
      return db.within((k) => releaseBatch(db, k, claim, { now, notBefore }));
    },

    findAbandoned: async (deadOwner, limit) => {
      const now = await clock.now();
      return db.read(async (k) => {
        const claimed = batches(k).where('b.state', 'claimed').orderBy('b.id').limit(limit);
        if (deadOwner === null) void claimed.where('b.lease_until', '<=', now);
        else void claimed.where('b.owner', deadOwner);
        return (await claimed.select('b.id', 'b.edition_id', 'b.owner', 'b.fence')).map(toClaim);
      });
    },

    takeOver: async (from, owner, forMs) => {
      const now = await clock.now();
      return db.read(async (k) => {
        const taken = await db
          .table(k, TABLES.batches)
          .where({ id: Number(from.batchId), state: 'claimed' })
          .where({ owner: from.owner, fence: from.fence })
          .update({ owner, lease_until: now + forMs, fence: NEXT_FENCE(k) });
        return taken === 0 ? null : claimOf(db, k, from.batchId);
      });
    },

    findOpen: (editionId, after, limit) =>
      db.read(async (k) => {
        const rows = await batches(k)
          .where({ 'b.edition_id': editionId, 'b.state': 'ready' })
          .where('b.id', '>', Number(after ?? 0))
          .orderBy('b.id')
          .limit(limit)
          .select('b.id', 'b.due_at');
        return rows.map(toWake);
      }),

    findForgotten: (dueBefore, limit) =>
      db.read(async (k) => {
        const known = db.table(k, `${TABLES.queue} as q`).select(k.raw('1'));
        const forgotten = overdue(k, dueBefore, limit).whereNotExists(
          known.whereRaw('q.batch_id = b.id'),
        );
        return (await forgotten).map(toWake);
      }),

    findOverdue: (dueBefore, limit) =>
      db.read(async (k) => (await overdue(k, dueBefore, limit)).map(toWake)),

    findCancelled: (limit) =>
      db.read(async (k) => {
        const rows = await batches(k)
          .join(`${TABLES.editions} as e`, 'e.id', 'b.edition_id')
          .whereIn('b.state', ['ready', 'claimed'])
          .where('e.state', 'cancelled')
          .whereRaw('b.freeze_id = e.freeze_id')
          .distinct('b.edition_id as id')
          .limit(limit);
        return rows.map(({ id }: Row) => textOf(id));
      }),

    hasOpen: (editionId) =>
      db.read(async (k) => {
        const open = await batches(k)
          .join(`${TABLES.editions} as e`, 'e.id', 'b.edition_id')
          .where('b.edition_id', editionId)
          .whereIn('b.state', ['ready', 'claimed'])
          .whereRaw('b.freeze_id = e.freeze_id')
          .first('b.id');
        return Boolean(open);
      }),
  };
}

const NEXT_FENCE = (k: Knex) => k.raw('fence + 1');

/** Only what an edition names is valid, and only while it is being sent. */
const sending = (db: Db, k: Knex, batch: string) =>
  db
    .table(k, `${TABLES.editions} as e`)
    .select(k.raw('1'))
    .where('e.state', 'sending')
    .whereRaw(`e.id = ${batch}.edition_id and e.freeze_id = ${batch}.freeze_id`);

async function claimOf(db: Db, k: Knex, batchId: string): Promise<Claim> {
  const batch = db.table(k, TABLES.batches).where({ id: Number(batchId) });
  return toClaim(await batch.first('id', 'edition_id', 'owner', 'fence'));
}

const toClaim = (row: Row): Claim => ({
  batchId: idOf(row.id),
  editionId: textOf(row.edition_id),
  owner: textOf(row.owner),
  fence: numberOf(row.fence),
});

const toWake = (row: Row): Wake => ({ batchId: idOf(row.id), dueAt: numberOf(row.due_at) });

const isSame = (a: Claim, b: Claim): boolean => a.batchId === b.batchId && a.fence === b.fence;
