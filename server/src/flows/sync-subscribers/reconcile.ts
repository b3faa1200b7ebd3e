import {
  addCounts,
  NO_COUNTS,
  type SyncCounts,
  type SyncRun,
} from '../../domain/subscribers/sync-run';
import type { LeftOutReason } from '../../domain/subscribers/subscriber';
import type { ClaimGlance, Source } from '../../ports';
import { apply } from './apply';
import { countLeaving } from './count-leaving';
import type { SyncDeps } from './deps';
import { leavingAmong } from './leaving';
import { type Met, type Page, readPage } from './page';
import { isFit } from './pages-ahead';
import { weigh, type Weighed } from './weigh';

/**
 * The next part of a run, in one transaction; whoever else works on the same run did the one before.
 *
 * @param ahead the page a scan comes to, if it was read before
 */
export async function stepRun(
  deps: SyncDeps,
  source: Source,
  runId: string,
  ahead: Page | null,
): Promise<SyncRun> {
  await deps.lists.takeTurn();
  const run = await deps.runs.find(runId);
  if (!run) throw new Error(`sync run ${runId} is gone`);
  if (run.finishedAt !== null) return run;
  const now = deps.clock.now();
  const stepped = { ...(await stepOf(run)(deps, source, run, ahead)), touchedAt: now };
  await deps.runs.save(stepped);
  return stepped;
}

function stepOf({ state }: SyncRun) {
  if (state === 'scanning') return scan;
  return state === 'counting' ? countLeaving : sweep;
}

/** Some pages under one turn; between them others get theirs at the event loop. */
async function scan(
  deps: SyncDeps,
  source: Source,
  run: SyncRun,
  ahead: Page | null,
): Promise<SyncRun> {
  if (ahead && isFit(ahead, source, run)) return scanPage(deps, source, run, ahead);
  // Asked for again, and not under the turn.
  if (source.isElsewhere) return run;
  let stepped = run;
  for (
    let left = ahead ? 1 : deps.pace.pages;
    left > 0 && stepped.state === 'scanning';
    left -= 1
  ) {
    stepped = await scanPage(deps, source, stepped, await readPage(deps, source, stepped));
    await deps.letOthers();
  }
  return stepped;
}

async function scanPage(
  deps: SyncDeps,
  source: Source,
  run: SyncRun,
  page: Page,
): Promise<SyncRun> {
  const { upTo } = page;
  if (upTo !== null && upTo === run.cursor) throw new Error(`source ${source.id} does not get on`);
  const named = page.people.map(({ person }) => person.externalId);
  const known = await deps.claims.scan(source.id, { after: run.cursor, upTo, named }, run.id);
  if (upTo === null) return scanned(run, page);
  const counts = addCounts(run.counts, await look(deps, source, { page, known, runId: run.id }));
  return { ...run, cursor: upTo, counts };
}

function scanned(run: SyncRun, { unnamed }: Page): SyncRun {
  const leftOut = unnamed === 0 ? {} : { 'no-id': unnamed };
  const counts = addCounts(run.counts, { ...NO_COUNTS, leftOut });
  return { ...run, state: 'counting', cursor: null, counts };
}

interface Looking {
  readonly page: Page;
  readonly known: readonly ClaimGlance[];
  readonly runId: string;
}

/**
 * Most people are as they were last time, and cost one comparison. Who would leave the list is marked and
 * left for the sweep: nobody leaves before all who would are counted.
 */
async function look(
  deps: SyncDeps,
  source: Source,
  { page, known, runId }: Looking,
): Promise<SyncCounts> {
  const { same, changed } = compare(page.people, known);
  const isChanged = new Set(changed.map(({ externalId }) => externalId));
  const ids = known.flatMap(({ externalId: id }) => (isChanged.has(id) ? [id] : []));
  const claims = ids.length === 0 ? [] : await deps.claims.of(source.id, ids);
  const byId = new Map(claims.map((claim) => [claim.externalId, claim]));
  const leaving = await leavingAmong(deps, changed, byId);
  await deps.claims.markLeaving(source.id, [...leaving], runId);
  const staying = changed.filter(({ externalId }) => !leaving.has(externalId));
  const before = staying.flatMap(({ externalId }) => byId.get(externalId) ?? []);
  const counts = addCounts(same, { ...NO_COUNTS, seen: leaving.size });
  return addCounts(counts, await apply(deps, source, { people: staying, gone: [] }, before));
}

function compare(people: readonly Met[], known: readonly ClaimGlance[]) {
  const byId = new Map(known.map((glance) => [glance.externalId, glance]));
  const leftOut: Partial<Record<LeftOutReason, number>> = {};
  const changed: Weighed[] = [];
  for (const { person, rowHash, weighed } of people) {
    const glance = byId.get(person.externalId);
    if (glance?.goneAt !== null || glance.rowHash !== rowHash()) changed.push(weighed());
    else if (glance.leftOut !== null) leftOut[glance.leftOut] = (leftOut[glance.leftOut] ?? 0) + 1;
  }
  return { same: { ...NO_COUNTS, seen: people.length - changed.length, leftOut }, changed };
}

/** Who was not met is read once more: only whom the source does not know even then is gone. */
async function sweep(deps: SyncDeps, source: Source, run: SyncRun): Promise<SyncRun> {
  const missed = await deps.claims.missed({ sourceId: source.id, runId: run.id }, deps.pace.people);
  if (missed.length === 0) return { ...run, state: 'done', finishedAt: deps.clock.now() };
  const ids = missed.map(({ externalId }) => externalId);
  const people = await source.readSome(ids);
  const found = new Set(people.map(({ externalId }) => externalId));
  const gone = ids.filter((id) => !found.has(id));
  const weighed = people.map((person) => weigh(person, deps.keys));
  const { removed, changed, leftOut } = await apply(deps, source, { people: weighed, gone });
  await deps.claims.unmark(source.id, ids);
  return { ...run, counts: addCounts(run.counts, { ...NO_COUNTS, removed, changed, leftOut }) };
}
