import { repeat, type Repeated } from '../adapters/repeat';
import { isKept } from '../domain/subscribers/brake';
import { dayOf } from '../domain/subscribers/days';
import { SourceUnreadable } from '../domain/subscribers/source-trouble';
import { LOG_EVENTS } from '../names';
import type { Audit } from './audit';
import type { Foundation } from './foundation';
import type { Imports } from './imports';
import type { People } from './people';
import type { Reviews } from './reviews';
import type { Sending } from './sending';

const SECOND = 1000;
/** Longest time until a change that nobody woke us for (another process's) is applied. */
const DRAIN_MS = 2 * SECOND;
/** What no hook sees (raw SQL, an import, a time without the plugin) is found by going through everybody. */
const RECONCILE_MS = 15 * 60 * SECOND;
const SCHEDULE_MS = 5 * SECOND;
/** A freeze whose owner is dead goes on this soon after its lease has ended. */
const FREEZES_MS = 5 * SECOND;
const TIDY_MS = 60 * SECOND;
/** A list's size of the day is never older than this. */
const COUNT_LISTS_MS = 60 * 60 * SECOND;
/** A colleague is told of what waits for them this soon. */
const TELL_MS = 15 * SECOND;
/** A row of the audit trail is in the chain this soon. */
const SEAL_MS = SECOND / 2;
/** Goes through the whole trail. */
const TEND_TRAIL_MS = 60 * 60 * SECOND;
/** Evidence is kept for years; hours do not matter. */
const TRIM_MS = 60 * 60 * SECOND;

export interface Upkeep {
  /** Somebody asked for it by hand, or a hook could not name whose row changed. */
  reconcile(sourceId: string): void;
  /** Something is in the outbox. */
  drain(): void;
  /** A second person has allowed one. */
  takeImports(): void;
  /** The dead have been taken over from: what they were freezing need not wait. */
  resumeFreezes(): void;
  stop(): Promise<void>;
}

interface Kept {
  readonly audit: Audit;
  readonly people: People;
  readonly imports: Imports;
  readonly reviews: Reviews;
  readonly sending: Sending;
  readonly watch: { settleAll(): Promise<void> };
  readonly tellColleagues: (() => Promise<void>) | null;
}

/** What goes on by itself in a serving process. */
export function startUpkeep({ world }: Foundation, kept: Kept): Upkeep {
  const { log } = world;
  const all = () => kept.people.sourcesOfLists().map(({ id }) => id);
  const together = () =>
    kept.people.sourcesOfLists().flatMap(({ id, everyMinutes }) => (everyMinutes ? [] : [id]));
  const due = new Set<string>(all());
  const reconciling = repeat('reconcile', () => reconcileDue(kept.people, due, log), {
    everyMs: RECONCILE_MS,
    log,
  });
  // With a clock of its own: sources that are asked for again and again do not put off the others.
  const going = repeat('reconcile-all', async () => ask(together()), {
    everyMs: RECONCILE_MS,
    log,
  });
  const ask = (sourceIds: readonly string[]): void => {
    for (const id of sourceIds) due.add(id);
    if (sourceIds.length > 0) reconciling.now();
  };
  // Only sources of the configuration have a rhythm of their own, so they are known from the beginning.
  const apart = kept.people.sourcesOfLists().flatMap(({ id, everyMinutes }) => {
    const rhythm = { everyMs: (everyMinutes ?? 0) * 60 * SECOND, log };
    return everyMinutes ? [repeat('reconcile-one', async () => ask([id]), rhythm)] : [];
  });
  const draining = repeat(
    'drain',
    () =>
      readable(
        log,
        drain(kept.people, (id) => ask([id])),
      ),
    { everyMs: DRAIN_MS, log },
  );
  const scheduling = repeat('schedule', () => startDue(kept), {
    everyMs: SCHEDULE_MS,
    log,
  });
  const freezing = repeat('freezes', () => kept.sending.start.resumeFreezes(), {
    everyMs: FREEZES_MS,
    log,
  });
  const tidying = repeat('tidy-up', () => tidyUp(kept), { everyMs: TIDY_MS, log });
  const importing = repeat('imports', () => takeImports(kept), { everyMs: TIDY_MS, log });
  const trimming = repeat('consents', async () => void (await kept.people.trimConsents()), {
    everyMs: TRIM_MS,
    log,
  });
  const tending = repeat('audit', () => tendTrail(kept), { everyMs: TEND_TRAIL_MS, log });
  const sealing = repeat('seal', () => kept.audit.keepUp(), { everyMs: SEAL_MS, log });
  const counting = repeat('list-sizes', () => kept.people.sizes.note(dayOf(world.clock.now())), {
    everyMs: COUNT_LISTS_MS,
    log,
  });
  const { tellColleagues } = kept;
  const telling = tellColleagues
    ? [repeat('notices', tellColleagues, { everyMs: TELL_MS, log })]
    : [];
  reconciling.now();
  tidying.now();
  counting.now();

  return {
    reconcile: (sourceId) => ask([sourceId]),
    drain: draining.now,
    takeImports: importing.now,
    resumeFreezes: freezing.now,
    stop: () =>
      stopAll([
        ...telling,
        ...apart,
        ...[
          going,
          reconciling,
          draining,
          scheduling,
          freezing,
          tidying,
          importing,
          trimming,
          sealing,
          tending,
          counting,
        ],
      ]),
  };
}

type Log = Foundation['world']['log'];

async function reconcileDue(people: People, due: Set<string>, log: Log): Promise<void> {
  const there = people.sourcesOfLists();
  const sourceIds = [...due].filter((due) => there.some(({ id }) => id === due));
  due.clear();
  const going = people.sync.reconcileEach(sourceIds, ({ sourceId, id, state, brake }) => {
    const run = { source: sourceId, run: id };
    if (state !== 'braked') log.info(LOG_EVENTS.syncFinished, { ...run, state });
    else if (!isKept(brake)) {
      log.warn(LOG_EVENTS.syncBraked, { ...run, leaving: brake.leaving, of: brake.of });
    }
  });
  await readable(log, going);
  await people.keepSources.forgetRemoved();
}

/** Sources another process made or removed are seen as soon as changes it noted. */
async function drain(people: People, reconcile: (sourceId: string) => void): Promise<void> {
  await people.loadSources();
  await people.sync.drain(reconcile);
}

/** That another database is down is no bug of ours: it is told in one word, and tried again in time. */
async function readable(log: Log, work: Promise<void>): Promise<void> {
  const trouble: unknown = await work.then(
    () => null,
    (why: unknown) => why,
  );
  if (trouble === null) return;
  if (!(trouble instanceof AggregateError)) throw trouble;
  const errors = trouble.errors.filter((error) => {
    if (!(error instanceof SourceUnreadable)) return true;
    log.warn(LOG_EVENTS.sourceUnreadable, { source: error.sourceId, reason: error.reason });
    return false;
  });
  if (errors.length > 0) throw new AggregateError(errors, trouble.message);
}

/** What was changed behind everybody's back is void before its time comes. */
async function startDue({ watch, sending }: Kept): Promise<void> {
  await watch.settleAll();
  await sending.start.startDue();
}

async function tidyUp({ reviews, sending }: Kept): Promise<void> {
  await reviews.review.expireOverdue();
  await sending.tidyUp();
}

async function takeImports({ imports }: Kept): Promise<void> {
  await imports.takeAllowed();
  await imports.dropExpired();
}

async function tendTrail({ audit }: Kept): Promise<void> {
  await audit.sealEver();
  await audit.dropOld();
}

async function stopAll(repeated: readonly Repeated[]): Promise<void> {
  await Promise.all(repeated.map((one) => one.stop()));
}
