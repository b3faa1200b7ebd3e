import type { Asking } from '../domain/access/asking';
import type { SyncCounts, SyncRun } from '../domain/subscribers/sync-run';
import { FIRST_LIST } from '../names';
import { type BrakeAnswer, keep, letGo, type StoppedRun } from './sync-subscribers/answer-brake';
import { type SyncDeps, sourceOf } from './sync-subscribers/deps';
import { drainOutbox } from './sync-subscribers/drain';
import { createPagesAhead } from './sync-subscribers/pages-ahead';
import { readAhead } from './sync-subscribers/read-ahead';
import { stepRun } from './sync-subscribers/reconcile';
import { beginRun, currentRun } from './sync-subscribers/runs';

export interface SyncProgress {
  readonly runId: string;
  readonly sourceId: string;
  readonly state: SyncRun['state'];
  readonly counts: SyncCounts;
  /** People in the source, roughly. */
  readonly total: number;
}

export interface SyncSubscribers {
  /** Makes the lists that sources fill, and notes whose people they are. Before anything else, at every boot. */
  prepare(): Promise<void>;
  /**
   * Applies what the outbox names, and tells which sources have to be reconciled on top of it.
   *
   * @throws AggregateError when a source could not be read, after the others were
   */
  drain(toReconcile?: (sourceId: string) => void): Promise<void>;
  /** The run that is under way, or a new one that `reconcile` will go through. */
  begin(sourceId: string): Promise<SyncRun>;
  /** A run from the beginning, whatever is under way; `allowed` may leave in it whatever their share. */
  restart(sourceId: string, allowed?: number): Promise<SyncRun>;
  /** Goes through everybody; a run that crashed goes on where it stopped. Returns the finished run. */
  reconcile(sourceId: string, onProgress?: (progress: SyncProgress) => void): Promise<SyncRun>;
  /**
   * Lets as many leave as this stopped run counted, in a new run that `reconcile` will go through. One that
   * finds more stops again.
   */
  letGo(stopped: StoppedRun, by: Asking): Promise<BrakeAnswer>;
  /** Leaves the list as it is; nobody is asked again until more would leave. */
  keep(stopped: StoppedRun, by: Asking): Promise<BrakeAnswer>;
  /**
   * One after the other, whatever becomes of each.
   *
   * @throws AggregateError when a source could not be read, after the others were
   */
  reconcileEach(sourceIds: readonly string[], onFinish?: (run: SyncRun) => void): Promise<void>;
}

/** CMS users → subscribers. Memberships are written here, in `manage-subscription` and, for who comes back, in `sign-up`. */
export function createSyncSubscribers(deps: SyncDeps): SyncSubscribers {
  const { transactions } = deps;

  const reconcile: SyncSubscribers['reconcile'] = async (sourceId, onProgress) => {
    const source = sourceOf(deps, sourceId);
    await drainOutbox(deps, source);
    const total = await source.count();
    let run = await transactions.within(() => currentRun(deps, source));
    const pages = source.isElsewhere || deps.pace.ahead ? createPagesAhead(deps, source) : null;
    while (run.finishedAt === null) {
      const { id } = run;
      await deps.letOthers();
      const isScan = run.state === 'scanning';
      const page = isScan && pages ? await pages.take(run) : null;
      const asked = isScan ? source : await readAhead(deps, source, run);
      run = await transactions.within(() => stepRun(deps, asked, id, page));
      onProgress?.({ runId: id, sourceId, state: run.state, counts: run.counts, total });
    }
    const everybody = await drainOutbox(deps, source);
    const isOvertaken = everybody || run.state === 'abandoned';
    return isOvertaken ? reconcile(sourceId, onProgress) : run;
  };

  return {
    prepare: async () => {
      for (const id of new Set(deps.sources().map(({ listId }) => listId))) {
        const name = id === FIRST_LIST.id ? FIRST_LIST.name : id;
        await deps.lists.ensure({ id, name }, deps.clock.now());
      }
      for (const { id, peopleOf = id } of deps.sources()) {
        await deps.kin.note({ sourceId: id, people: peopleOf }, deps.clock.now());
      }
    },
    drain: (toReconcile) =>
      oneByOne(deps.sources(), async (source) => {
        if (await drainOutbox(deps, source)) toReconcile?.(source.id);
      }),
    begin: (sourceId) => transactions.within(() => currentRun(deps, sourceOf(deps, sourceId))),
    restart: (sourceId, allowed) =>
      transactions.within(async () => {
        await deps.lists.takeTurn();
        return beginRun(deps, sourceOf(deps, sourceId), allowed);
      }),
    reconcile,
    letGo: (stopped, by) => transactions.within(() => letGo(deps, stopped, by)),
    keep: (stopped, by) => transactions.within(() => keep(deps, stopped, by)),
    reconcileEach: (sourceIds, onFinish) =>
      oneByOne(sourceIds, async (sourceId) => {
        const run = await reconcile(sourceId);
        onFinish?.(run);
      }),
  };
}

/** A source that cannot be read is no reason to leave the next one alone. */
async function oneByOne<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const troubles: unknown[] = [];
  for (const item of items) await work(item).catch((trouble: unknown) => troubles.push(trouble));
  if (troubles.length > 0) throw new AggregateError(troubles, 'a source could not be read');
}
