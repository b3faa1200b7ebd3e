import type { SyncRun } from '../../domain/subscribers/sync-run';
import type { Source } from '../../ports';
import type { SyncDeps } from './deps';

type Asking = Pick<Source, 'read' | 'readSome' | 'countUnnamed'>;

/**
 * What the next step will ask of a source elsewhere, asked before a transaction of ours is open: a slow
 * database must not keep everybody waiting for ours. What else is asked goes to the source itself.
 */
export const readAhead = (deps: SyncDeps, source: Source, run: SyncRun): Promise<Source> =>
  ahead(source, async (asking) => {
    if (run.state !== 'scanning') {
      const after = run.state === 'counting' ? run.cursor : null;
      const marked = { sourceId: source.id, runId: run.id, after };
      const some = await deps.claims.missed(marked, deps.pace.people);
      if (some.length > 0) await asking.readSome(some.map(({ externalId }) => externalId));
    } else if ((await asking.read(run.cursor, deps.pace.people)).length === 0) {
      await asking.countUnnamed?.();
    }
  });

/** @param ask what will be asked again, in the same words */
export async function ahead(
  source: Source,
  ask: (asking: Asking) => Promise<void>,
): Promise<Source> {
  if (!source.isElsewhere) return source;
  const answers = new Map<string, unknown>();
  const once = async <T>(question: unknown[], answer: () => Promise<T>): Promise<T> => {
    const key = JSON.stringify(question);
    if (!answers.has(key)) answers.set(key, await answer());
    return answers.get(key) as T;
  };
  const asking: Source = {
    ...source,
    read: (after, limit) => once(['read', after, limit], () => source.read(after, limit)),
    readSome: (ids) => once(['some', ids], () => source.readSome(ids)),
    countUnnamed: () => once(['unnamed'], async () => (await source.countUnnamed?.()) ?? 0),
  };
  await ask(asking);
  return asking;
}
