import type { SyncRun } from '../../domain/subscribers/sync-run';
import type { SourcePerson } from '../../domain/subscribers/subscriber';
import type { Source } from '../../ports';
import type { SyncDeps } from './deps';

type Asking = Pick<Source, 'readSome'>;

/**
 * What the next step after a scan will ask of a source elsewhere, asked before a transaction of ours is open: a
 * slow database must not keep everybody waiting for ours. What else is asked goes to the source itself.
 */
export const readAhead = (deps: SyncDeps, source: Source, run: SyncRun): Promise<Source> =>
  ahead(source, async (asking) => {
    const after = run.state === 'counting' ? run.cursor : null;
    const marked = { sourceId: source.id, runId: run.id, after };
    const some = await deps.claims.missed(marked, deps.pace.people);
    if (some.length > 0) await asking.readSome(some.map(({ externalId }) => externalId));
  });

/** @param ask what will be asked again, in the same words */
export async function ahead(
  source: Source,
  ask: (asking: Asking) => Promise<void>,
): Promise<Source> {
  if (!source.isElsewhere) return source;
  const answers = new Map<string, readonly SourcePerson[]>();
  const asking: Source = {
    ...source,
    readSome: async (ids) => {
      const key = JSON.stringify(ids);
      const people = answers.get(key) ?? (await source.readSome(ids));
      answers.set(key, people);
      return people;
    },
  };
  await ask(asking);
  return asking;
}
