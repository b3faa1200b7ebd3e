import type { SourcePerson } from '../../domain/subscribers/subscriber';
import {
  addCounts,
  NO_COUNTS,
  type SyncCounts,
  type SyncRun,
} from '../../domain/subscribers/sync-run';
import type { Source } from '../../ports';
import { apply } from './apply';
import { PEOPLE_AT_ONCE, type SyncDeps } from './deps';
import { rowHashOf } from './weigh';

/** The next part of a run, in one transaction; whoever else works on the same run did the one before. */
export async function stepRun(deps: SyncDeps, source: Source, runId: string): Promise<SyncRun> {
  await deps.lists.takeTurn();
  const run = await deps.runs.find(runId);
  if (!run) throw new Error(`sync run ${runId} is gone`);
  if (run.finishedAt !== null) return run;
  const now = deps.clock.now();
  const next =
    run.state === 'scanning' ? await scan(deps, source, run) : await sweep(deps, source, run);
  const stepped: SyncRun = { ...next, touchedAt: now };
  await deps.runs.save(stepped);
  return stepped;
}

async function scan(deps: SyncDeps, source: Source, run: SyncRun): Promise<SyncRun> {
  const people = await source.read(run.cursor, PEOPLE_AT_ONCE);
  const upTo = people.at(-1)?.externalId ?? null;
  if (upTo !== null && upTo === run.cursor) throw new Error(`source ${source.id} does not get on`);
  const named = people.map(({ externalId }) => externalId);
  await deps.claims.markMissed(source.id, { after: run.cursor, upTo, named }, run.id);
  if (upTo === null) return { ...run, state: 'sweeping' };
  const counts = addCounts(run.counts, await look(deps, source, people));
  return { ...run, cursor: upTo, counts };
}

/** Most people are as they were last time, and cost one comparison. */
async function look(
  deps: SyncDeps,
  source: Source,
  people: readonly SourcePerson[],
): Promise<SyncCounts> {
  const known = await deps.claims.of(
    source.id,
    people.map(({ externalId }) => externalId),
  );
  const byId = new Map(known.map((claim) => [claim.externalId, claim]));
  const changed: SourcePerson[] = [];
  let counts = NO_COUNTS;
  for (const person of people) {
    const claim = byId.get(person.externalId);
    if (claim?.goneAt === null && claim.rowHash === rowHashOf(person, deps.keys)) {
      const leftOut = claim.leftOut === null ? {} : { [claim.leftOut]: 1 };
      counts = addCounts(counts, { ...NO_COUNTS, seen: 1, leftOut });
    } else changed.push(person);
  }
  return addCounts(counts, await apply(deps, source, { people: changed, gone: [] }));
}

/** Who was not met is read once more: only whom the source does not know even then is gone. */
async function sweep(deps: SyncDeps, source: Source, run: SyncRun): Promise<SyncRun> {
  const missed = await deps.claims.missed(source.id, run.id, PEOPLE_AT_ONCE);
  if (missed.length === 0) return { ...run, state: 'done', finishedAt: deps.clock.now() };
  const ids = missed.map(({ externalId }) => externalId);
  const people = await source.readSome(ids);
  const found = new Set(people.map(({ externalId }) => externalId));
  const gone = ids.filter((id) => !found.has(id));
  const { removed } = await apply(deps, source, { people, gone });
  await deps.claims.unmark(source.id, ids);
  return { ...run, counts: addCounts(run.counts, { ...NO_COUNTS, removed }) };
}
