import { newId } from '../../domain/ids';
import { NO_BRAKE } from '../../domain/subscribers/brake';
import { mayResume, NO_COUNTS, type SyncRun } from '../../domain/subscribers/sync-run';
import type { Source } from '../../ports';
import type { SyncDeps } from './deps';

/** The run of this source that can go on where it stopped, or a new one. */
export async function currentRun(deps: SyncDeps, source: Source): Promise<SyncRun> {
  await deps.lists.takeTurn();
  const last = await deps.runs.last(source.id);
  return last && mayResume(last, deps.clock.now()) ? last : beginRun(deps, source);
}

/**
 * A run from the beginning; one that is under way is given up for it. Wants the turn.
 *
 * @param allowed as many may leave, whatever their share; for this run alone
 */
export async function beginRun(
  deps: SyncDeps,
  source: Source,
  allowed: number | null = null,
): Promise<SyncRun> {
  const now = deps.clock.now();
  const last = await deps.runs.last(source.id);
  if (last?.finishedAt === null) {
    await deps.runs.save({ ...last, state: 'abandoned', finishedAt: now });
  }
  const run: SyncRun = {
    id: newId(now, deps.chance.bytes(10)),
    sourceId: source.id,
    state: 'scanning',
    cursor: null,
    counts: NO_COUNTS,
    // What a person left as it is stays said until a run comes through.
    brake: {
      ...NO_BRAKE,
      allowed,
      kept: last?.state === 'done' ? null : (last?.brake.kept ?? null),
    },
    epoch: 0,
    startedAt: now,
    touchedAt: now,
    finishedAt: null,
  };
  await deps.runs.insert(run);
  return run;
}
