import type { Asking } from '../../domain/access/asking';
import { told } from '../../domain/audit/entry';
import { ok, refuse, type Result } from '../../domain/result';
import type { SyncRun } from '../../domain/subscribers/sync-run';
import type { Source } from '../../ports';
import type { SyncDeps } from './deps';
import { beginRun } from './runs';

/** A run that has stopped, as the person who answers it sees it. */
export interface StoppedRun {
  readonly listId: string;
  readonly runId: string;
}

export type BrakeAnswer = Result<{ readonly sourceId: string }, 'no-such-list' | 'run-moved-on'>;

/** As many as this run counted may leave; a run that finds more stops again. Wants a transaction. */
export const letGo = (deps: SyncDeps, stopped: StoppedRun, by: Asking): Promise<BrakeAnswer> =>
  answer(deps, stopped, {
    by,
    act: 'list.let-go',
    write: async (run, source) => void (await beginRun(deps, source, run.brake.leaving)),
  });

/** Nobody leaves, and nobody is asked again until more would. Wants a transaction. */
export const keep = (deps: SyncDeps, stopped: StoppedRun, by: Asking): Promise<BrakeAnswer> =>
  answer(deps, stopped, {
    by,
    act: 'list.keep',
    write: (run) => deps.runs.save({ ...run, brake: { ...run.brake, kept: run.brake.leaving } }),
  });

interface Answering {
  readonly by: Asking;
  readonly act: 'list.let-go' | 'list.keep';
  write(run: SyncRun, source: Source): Promise<void>;
}

async function answer(
  deps: SyncDeps,
  { listId, runId }: StoppedRun,
  { by, act, write }: Answering,
): Promise<BrakeAnswer> {
  await deps.lists.takeTurn();
  const sources = deps.sources().filter((source) => source.listId === listId);
  if (sources.length === 0) return refuse('no-such-list');
  const run = await stoppedAmong(deps, sources, runId);
  const source = sources.find(({ id }) => id === run?.sourceId);
  if (run && source) await write(run, source);
  await deps.audit.record(
    told(by, {
      act,
      result: run ? 'done' : 'run-moved-on',
      subject: { kind: 'list', id: listId },
      at: deps.clock.now(),
      ...(run ? { detail: { leaving: run.brake.leaving, of: run.brake.of } } : {}),
    }),
  );
  return run ? ok({ sourceId: run.sourceId }) : refuse('run-moved-on');
}

/** The run, if it is its source's last and still stopped. */
async function stoppedAmong(
  { runs }: SyncDeps,
  sources: readonly Source[],
  runId: string,
): Promise<SyncRun | null> {
  for (const { id } of sources) {
    const last = await runs.last(id);
    if (last?.id === runId && last.state === 'braked') return last;
  }
  return null;
}
