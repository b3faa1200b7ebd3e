import { setImmediate } from 'node:timers/promises';
import type { Knex } from 'knex';
import { TABLES } from '../../names';
import type { Freeze, FreezeCursor, FreezeStore, FrozenChunk, SharedClock } from '../../ports';
import type { Db } from './database';
import { byIndex } from './freezes/by-index';
import { stageReaders } from './freezes/stage-readers';
import { whereSegments } from './segments/narrow';
import { insertedId } from './inserted-id';
import { idOf, numberOf, textOf, type Row } from './rows';
import { addUp } from './tallies';

/** Members looked at in one transaction: a few ms of a SQLite that the whole CMS waits for. */
const CHUNK = 500;

export function createFreezeStore(db: Db, clock: SharedClock = db): FreezeStore {
  return {
    stage: async (freeze, from) => {
      // SQLite's driver never lets go of the event loop: between two chunks others have their turn.
      await setImmediate();
      const now = await clock.now();
      return db.within((k) => stageChunk(db, k, { freeze, from, now }));
    },

    discardOne: (editionId) =>
      db.within(async (k) => {
        const batch = await staged(db, k).where('b.edition_id', editionId).first('b.id as id');
        if (!batch) return false;
        await forget(db, k, numberOf(batch.id));
        return true;
      }),

    recount: () => recount(db),

    findDiscarded: (limit) =>
      db.read(async (k) => {
        const rows = await staged(db, k)
          .whereNot('e.state', 'freezing')
          .distinct('b.edition_id as id')
          .limit(limit);
        return rows.map(({ id }: Row) => textOf(id));
      }),
  };
}

async function stageChunk(
  db: Db,
  k: Knex,
  { freeze, from, now }: { freeze: Freeze; from: FreezeCursor; now: number },
): Promise<FrozenChunk> {
  const list = freeze.audience.include[from.list];
  if (list === undefined) return { readers: 0, next: null };
  await byIndex(db, k);
  const last = await lastOfChunk(db, k, list, from.after);
  const batchId = await openBatch(db, k, freeze, now);
  const inSegments = await whereSegments(db, k, freeze.audience, now);
  const staging = { freeze, batchId, list, isFirst: from.list === 0, inSegments, now };
  await stageReaders(db, k, staging, from, last);
  const readers = await closeBatch(db, k, batchId);
  const next = last === null ? nextList(freeze, from.list) : { list: from.list, after: last };
  return { readers, next };
}

/**
 * PostgreSQL counts by itself within a minute or two; until then a plan for the few rows there were before would
 * read all of the many there are now for each group that goes out. Who may not, or would have to wait for a
 * lock, goes without: sending is slower for that minute, and no less right.
 */
async function recount(db: Db): Promise<void> {
  if (db.dialect !== 'postgres') return;
  const work = db.read((k) => k.raw(`analyze (skip_locked) ${db.name(TABLES.deliveries)}`));
  await work.catch(() => undefined);
}

const nextList = (freeze: Freeze, list: number) =>
  list + 1 < freeze.audience.include.length ? { list: list + 1, after: null } : null;

/** The subscriber a full chunk ends with; null if less than a chunk is left. */
async function lastOfChunk(db: Db, k: Knex, list: string, after: string | null) {
  const row = await db
    .table(k, TABLES.memberships)
    .where({ list_id: list, is_on: true })
    .where('subscriber_id', '>', Number(after ?? 0))
    .orderBy('subscriber_id')
    .offset(CHUNK - 1)
    .first('subscriber_id');
  return row ? idOf(row.subscriber_id) : null;
}

const openBatch = (db: Db, k: Knex, { editionId, freezeId }: Freeze, now: number) =>
  insertedId(db, k, TABLES.batches, {
    edition_id: editionId,
    freeze_id: freezeId,
    state: 'ready',
    size: 0,
    due_at: now,
    fence: 0,
  });

async function closeBatch(db: Db, k: Knex, batchId: number): Promise<number> {
  const [row] = await db.table(k, TABLES.deliveries).where({ batch_id: batchId }).count({ n: '*' });
  const readers = numberOf(row?.n);
  if (readers === 0) {
    await db.table(k, TABLES.batches).where({ id: batchId }).delete();
    return 0;
  }
  await db.table(k, TABLES.batches).where({ id: batchId }).update({ size: readers });
  await addUp(db, k, batchId);
  return readers;
}

/** Batches of a freeze that the edition does not name. */
const staged = (db: Db, k: Knex) =>
  db
    .table(k, `${TABLES.batches} as b`)
    .join(`${TABLES.editions} as e`, 'e.id', 'b.edition_id')
    .where(
      (differs) => void differs.whereNull('e.freeze_id').orWhereRaw('e.freeze_id <> b.freeze_id'),
    );

async function forget(db: Db, k: Knex, batchId: number): Promise<void> {
  await db.table(k, TABLES.deliveries).where({ batch_id: batchId }).delete();
  await db.table(k, TABLES.tallies).where({ batch_id: batchId }).delete();
  await db.table(k, TABLES.batches).where({ id: batchId }).delete();
}
