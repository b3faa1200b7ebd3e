import { LOG_EVENTS } from '../names';
import { giveDaysBack } from './deliver-batch/day-rule';
import { lookAtGroups } from './deliver-batch/groups';
import { createHeartbeat } from './deliver-batch/heartbeat';
import type { DeliverDeps } from './deliver-batch/deps';
import { loadEdition } from './deliver-batch/load-edition';
import { createPump, endAll, endHand, sharedNow, type Pump } from './deliver-batch/pump';
import { recover } from './deliver-batch/recover';
import { settleStrays } from './deliver-batch/recover-batch';
import { giveBack, takeUp } from './deliver-batch/take-up';
import { workOn } from './deliver-batch/work';

export type { DeliverDeps } from './deliver-batch/deps';

export interface DeliverBatch {
  /** A worker of the queue: claims the batch and sends what is due in it. Harmless if it is not ours to do. */
  deliver(batchId: string): Promise<void>;
  /** Before anything else: from now on this worker can be seen to live or to be dead, and takes over from those who are. */
  begin(): Promise<void>;
  /** Once a second until `close` has resolved; never overlapping. */
  heartbeat(): Promise<void>;
  /** Takes over from workers that are gone: every few seconds. */
  recover(): Promise<void>;
  /** Begins nothing more; resolves when what is on the wire is settled and every batch given back. */
  close(): Promise<void>;
}

/** The pump: batch → sending thread → settled. See docs/guarantees.md for what a kill leaves. */
export function createDeliverBatch(deps: DeliverDeps): DeliverBatch {
  const pump = createPump(deps);
  const atWork = new Set<Promise<void>>();
  const heartbeat = createHeartbeat(pump);
  return {
    begin: async () => {
      // First its lease: without one, another container on the same disk takes our journal for a dead one's.
      await heartbeat();
      beginJournal(deps);
      await recover(pump);
    },
    deliver: async (batchId) => {
      const work = deliver(pump, batchId);
      atWork.add(work);
      await work.finally(() => atWork.delete(work));
    },
    heartbeat,
    recover: async () => {
      if (!pump.isClosing) await recover(pump);
    },
    close: async () => {
      pump.isClosing = true;
      endAll(pump);
      deps.sender.stop();
      await Promise.allSettled(atWork);
      await giveDaysBack(pump);
    },
  };
}

/** A disk that is full now costs no more than the leases' time after a kill. */
function beginJournal({ journals, sender, log }: DeliverDeps): void {
  try {
    journals.begin(sender.owner);
  } catch (error) {
    log.error(LOG_EVENTS.bug, error, { where: 'journal' });
  }
}

/** Whatever went wrong would go wrong again at once. */
const AFTER_A_BUG_MS = 60_000;

async function deliver(pump: Pump, batchId: string): Promise<void> {
  if (pump.isClosing) return;
  const hand = await takeUp(pump, batchId);
  if (!hand) return;
  try {
    if (pump.isClosing) endHand(hand);
    await lookAtGroups(pump);
    await settleStrays(pump.deps, hand.claim);
    const edition = await loadEdition(pump, hand.claim.editionId);
    if (edition) await workOn(pump, hand, edition);
  } catch (error) {
    endHand(hand, sharedNow(pump) + AFTER_A_BUG_MS);
    throw error;
  } finally {
    await giveBack(pump, hand);
  }
}
