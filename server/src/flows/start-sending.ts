import type { Asking } from '../domain/access/asking';
import { THE_HOUSE } from '../domain/audit/entry';
import { readStop, STOP_SETTING } from '../domain/delivery/stop';
import type { Edition } from '../domain/editions/edition';
import { moveEdition } from '../domain/editions/states';
import { refuse, type Result } from '../domain/result';
import { LOG_EVENTS } from '../names';
import type { Lease } from '../ports';
import { hold, moveTold, tell, type StartRefusal } from './start-sending/answer';
import { freezeAndBegin } from './start-sending/begin';
import { checkStart, type NotNow } from './start-sending/check';
import type { StartDeps } from './start-sending/deps';
import { takeFreezeLease } from './start-sending/freeze-audience';

export type { StartRefusal } from './start-sending/answer';
export type { StartDeps } from './start-sending/deps';

type Started = Result<Edition, StartRefusal>;

/** How many editions one look at the schedule takes on. */
const AT_ONCE = 50;

/** approved | scheduled → freezing → sending. */
export const createStartSending = (deps: StartDeps) => ({
  /** Resolves when the audience is frozen and the workers are woken. */
  start: async (editionId: string, by: Asking): Promise<Started> => {
    const started = await start(deps, editionId, by);
    if (!started.ok) await tell(deps, by, 'edition.start', editionId, { result: started.reason });
    return started;
  },

  /** Starts what is due; what is late comes up held, never fired (P9). Returns how many began. */
  startDue: async (): Promise<number> => {
    if (await isStopped(deps)) return 0;
    const wishedUntil = await deps.sharedClock.now();
    const query = { states: ['scheduled'], wishedUntil, limit: AT_ONCE } as const;
    return countBegun(deps, await deps.editions.list(query), (id) => start(deps, id, THE_HOUSE));
  },

  /** Freezes anew what a dead process left half-frozen. Returns how many began. */
  resumeFreezes: async (): Promise<number> => {
    const left = await deps.editions.list({ states: ['freezing'], limit: AT_ONCE });
    return countBegun(deps, left, (id) => resumeFreeze(deps, id));
  },
});

/** One that cannot be begun holds up none of the others. */
async function countBegun(
  { log }: StartDeps,
  editions: readonly Edition[],
  begin: (editionId: string) => Promise<Started>,
): Promise<number> {
  let begun = 0;
  for (const { id: edition } of editions) {
    try {
      if ((await begin(edition)).ok) begun += 1;
    } catch (error) {
      log.error(LOG_EVENTS.bug, error, { edition });
    }
  }
  return begun;
}

async function start(deps: StartDeps, editionId: string, by: Asking): Promise<Started> {
  if (await isStopped(deps)) return refuse('stopped-everything');
  const edition = await deps.editions.findFull(editionId);
  if (!edition) return refuse('no-such-edition');
  if (!moveEdition(edition.state, 'freeze')) return refuse('wrong-state');
  return underFreezeLease(deps, editionId, async (lease) => {
    const signed = await checkStart(deps, edition);
    if (!signed.ok) return notNow(deps, edition, signed.reason);
    const act = 'edition.start';
    const entered = await moveTold(deps, editionId, 'freeze', { by, act, freezeId: null });
    if (!entered) return refuse('somebody-was-first');
    return freezeAndBegin(deps, edition, signed.value, lease);
  });
}

/** Whoever was freezing it is dead if the lease is free. Time has passed, so everything is asked again. */
const resumeFreeze = (deps: StartDeps, editionId: string): Promise<Started> =>
  underFreezeLease(deps, editionId, async (lease) => {
    const edition = await deps.editions.findFull(editionId);
    if (edition?.state !== 'freezing') return refuse('somebody-was-first');
    const signed = await checkStart(deps, edition);
    if (!signed.ok) return notNow(deps, edition, signed.reason);
    return freezeAndBegin(deps, edition, signed.value, lease);
  });

/** One freezer at a time. */
async function underFreezeLease(
  deps: StartDeps,
  editionId: string,
  freeze: (lease: Lease) => Promise<Started>,
): Promise<Started> {
  const lease = await takeFreezeLease(deps, editionId);
  if (!lease) return refuse('somebody-was-first');
  const started = await freeze(lease);
  await deps.leases.release(lease);
  return started;
}

async function notNow(deps: StartDeps, { id }: Edition, reason: NotNow): Promise<Started> {
  if (reason === 'early') return refuse('too-early');
  const held = await hold(deps, id, reason);
  if (!held) return refuse('somebody-was-first');
  return refuse(reason === 'late' ? 'too-late' : 'held');
}

const isStopped = async ({ settings }: StartDeps): Promise<boolean> =>
  readStop(await settings.get(STOP_SETTING)).stopped;
