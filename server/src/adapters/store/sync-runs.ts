import type { Knex } from 'knex';
import { type Brake, NO_BRAKE } from '../../domain/subscribers/brake';
import { LEFT_OUT_REASONS } from '../../domain/subscribers/subscriber';
import { SYNC_STATES, type SyncCounts, type SyncRun } from '../../domain/subscribers/sync-run';
import { TABLES } from '../../names';
import type { SyncRunStore } from '../../ports';
import type { Db } from './database';
import { maybeNumber, maybeText, numberOf, oneOf, type Row, textOf } from './rows';

export function createSyncRunStore(db: Db): SyncRunStore {
  const runs = (k: Knex): Knex.QueryBuilder => db.table(k, TABLES.syncRuns);
  const first = async (query: Knex.QueryBuilder): Promise<SyncRun | null> => {
    const row: Row | undefined = await query.first();
    return row ? runOf(row) : null;
  };

  return {
    insert: (run) =>
      db.within(async (k) => {
        await runs(k).insert(rowOf(run));
      }),
    save: ({ id, ...run }) =>
      db.within(async (k) => {
        await runs(k)
          .where({ id })
          .update(rowOf({ id, ...run }));
      }),
    outdate: (sourceId) =>
      db.within(async (k) => {
        await runs(k)
          .where({ source_id: sourceId, finished_at: null })
          .update({ epoch: k.raw('coalesce(epoch, 0) + 1') });
      }),
    find: (id) => db.read((k) => first(runs(k).where({ id }))),
    last: (sourceId) =>
      db.read((k) => first(runs(k).where({ source_id: sourceId }).orderBy('id', 'desc'))),
  };
}

const rowOf = ({ id, sourceId, state, cursor, counts, brake, epoch, ...times }: SyncRun): Row => ({
  id,
  source_id: sourceId,
  state,
  cursor,
  counts: JSON.stringify(counts),
  brake: JSON.stringify(brake),
  epoch,
  started_at: times.startedAt,
  touched_at: times.touchedAt,
  finished_at: times.finishedAt,
});

const runOf = (row: Row): SyncRun => ({
  id: textOf(row.id),
  sourceId: textOf(row.source_id),
  state: oneOf(SYNC_STATES, row.state),
  cursor: maybeText(row.cursor),
  counts: countsOf(JSON.parse(textOf(row.counts))),
  brake: brakeOf(maybeText(row.brake)),
  epoch: maybeNumber(row.epoch) ?? 0,
  startedAt: numberOf(row.started_at),
  touchedAt: numberOf(row.touched_at),
  finishedAt: maybeNumber(row.finished_at),
});

function countsOf(read: Record<string, unknown>): SyncCounts {
  const leftOut = (read.leftOut ?? {}) as Record<string, unknown>;
  return {
    seen: numberOf(read.seen),
    added: numberOf(read.added),
    changed: numberOf(read.changed),
    removed: numberOf(read.removed),
    leftOut: Object.fromEntries(
      LEFT_OUT_REASONS.filter((reason) => leftOut[reason] !== undefined).map((reason) => [
        reason,
        numberOf(leftOut[reason]),
      ]),
    ),
  };
}

function brakeOf(text: string | null): Brake {
  if (text === null) return NO_BRAKE;
  const read = JSON.parse(text) as Record<string, unknown>;
  return {
    leaving: numberOf(read.leaving),
    of: numberOf(read.of),
    allowed: maybeNumber(read.allowed),
    kept: maybeNumber(read.kept),
  };
}
