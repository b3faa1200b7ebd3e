import { LOG_EVENTS } from '../../names';
import type { DeliveryQueue, Log, WakeStore } from '../../ports';
import { withinMs } from './within-ms';

export interface DatabaseQueueDeps {
  readonly wakes: WakeStore;
  /** This process. */
  readonly owner: string;
  readonly log: Log;
  /** ms between looks for what other processes have added. */
  readonly lookEveryMs?: number;
}

/** A wake whose worker died is handed out again after this long; a batch in hand is claimed anyway. */
const HIDDEN_MS = 30_000;

/** The queue of an installation without Redis: rows in the database, looked for each second. */
export function createDatabaseQueue(deps: DatabaseQueueDeps): DeliveryQueue {
  const { wakes, owner, log, lookEveryMs = 1000 } = deps;
  const inHand = new Set<Promise<void>>();
  const bell = createBell();
  let isClosing = false;
  let rounds: Promise<void> = Promise.resolve();

  const handOut = (batchId: string, worker: (batchId: string) => Promise<void>): void => {
    const hand = worker(batchId)
      .then(() => wakes.finish(owner, batchId))
      .catch((error: unknown) => log.error(LOG_EVENTS.bug, error, { batch: batchId }))
      .finally(() => {
        inHand.delete(hand);
        bell.ring();
      });
    inHand.add(hand);
  };

  const round = async (worker: (batchId: string) => Promise<void>, atOnce: number) => {
    const free = atOnce - inHand.size;
    const taken = free > 0 ? await wakes.take(owner, free, HIDDEN_MS) : [];
    if (isClosing) return;
    for (const batchId of taken) handOut(batchId, worker);
    if (taken.length < free || free === 0) await bell.wait(await pause());
  };

  const pause = async (): Promise<number> => {
    const next = await wakes.untilNext();
    return next === null || next === 0 ? lookEveryMs : Math.min(next, lookEveryMs);
  };

  return {
    add: async (added) => {
      await wakes.add(added);
      bell.ring();
    },

    work: (worker, atOnce) => {
      rounds = (async () => {
        while (!isClosing) {
          await round(worker, atOnce).catch(async (error: unknown) => {
            log.error(LOG_EVENTS.bug, error, { where: 'database queue' });
            await bell.wait(lookEveryMs);
          });
        }
      })();
    },

    close: async (graceMs) => {
      isClosing = true;
      bell.ring();
      await withinMs(
        graceMs,
        rounds.then(() => Promise.allSettled(inHand)),
      );
      await wakes.letGo(owner);
    },
  };
}

/** Waits until somebody rings, or so many ms; a ring while nobody waits ends the next wait. */
function createBell() {
  let hasRung = false;
  let wake: (() => void) | null = null;
  return {
    ring: (): void => {
      hasRung = true;
      wake?.();
    },
    wait: async (ms: number): Promise<void> => {
      if (!hasRung) await new Promise<void>((resolve) => (wake = ringOrTimer(resolve, ms)));
      hasRung = false;
      wake = null;
    },
  };
}

function ringOrTimer(resolve: () => void, ms: number): () => void {
  const timer = setTimeout(resolve, ms);
  timer.unref();
  return () => {
    clearTimeout(timer);
    resolve();
  };
}
