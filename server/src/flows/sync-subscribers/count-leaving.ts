import { brakes } from '../../domain/subscribers/brake';
import { addCounts, NO_COUNTS, type SyncRun } from '../../domain/subscribers/sync-run';
import type { Source } from '../../ports';
import { apply } from './apply';
import type { SyncDeps } from './deps';
import { leavingAmong } from './leaving';
import { weigh, type Weighed } from './weigh';

/**
 * The next of those a scan marked: who is there after all is marked wrongly and does not count. When all
 * were looked at, either the sweep follows or nobody leaves.
 */
export async function countLeaving(deps: SyncDeps, source: Source, run: SyncRun): Promise<SyncRun> {
  const marked = { sourceId: source.id, runId: run.id };
  const some = await deps.claims.missed({ ...marked, after: run.cursor }, deps.pace.people);
  const last = some.at(-1);
  if (!last) return decide(deps, { run, source }, await deps.claims.countLeaving(marked));

  const byId = new Map(some.map((claim) => [claim.externalId, claim]));
  const people = await source.readSome([...byId.keys()]);
  const found = people.map((person) => weigh(person, deps.keys));
  const leaving = await leavingAmong(deps, found.filter(isOther), byId);
  const staying = found.filter(({ externalId }) => !leaving.has(externalId));
  const { changed } = await apply(deps, source, { people: staying.filter(isOther), gone: [] });
  await deps.claims.unmark(
    source.id,
    staying.map(({ externalId }) => externalId),
  );
  const counts = addCounts(run.counts, { ...NO_COUNTS, changed });
  return { ...run, cursor: last.externalId, counts };

  function isOther({ externalId, rowHash }: Weighed): boolean {
    return byId.get(externalId)?.rowHash !== rowHash;
  }
}

function decide(
  deps: SyncDeps,
  { run, source }: { readonly run: SyncRun; readonly source: Source },
  counted: { readonly leaving: number; readonly of: number },
): SyncRun {
  const brake = { ...run.brake, ...counted };
  if (source.isRemoved || !brakes(brake, deps.brakePercent))
    return { ...run, state: 'sweeping', brake };
  return { ...run, state: 'braked', brake, finishedAt: deps.clock.now() };
}
