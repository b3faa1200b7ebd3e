import type { BatchStore, DeliveryQueue, SharedClock } from '../ports';

export interface WakeOverdueDeps {
  /** Those in no queue where the queue is in the database; else all, since Redis may have forgotten. */
  readonly findLost: BatchStore['findForgotten'];
  readonly queue: Pick<DeliveryQueue, 'add'>;
  readonly sharedClock: SharedClock;
}

/** A wake that is on its way is not lost yet. */
const OVERDUE_MS = 5_000;
const AT_ONCE = 500;

/**
 * Adds again what should long have been handed out: Redis forgot it, or who would have added it died
 * first. A batch that only waits its turn is in the queue already and is not in it twice afterwards.
 *
 * @param overdueMs 0 when a process begins: what its predecessor had on its way is lost
 */
export const createWakeOverdue =
  ({ findLost, queue, sharedClock }: WakeOverdueDeps) =>
  async (overdueMs = OVERDUE_MS): Promise<void> => {
    const lost = await findLost((await sharedClock.now()) - overdueMs, AT_ONCE);
    if (lost.length > 0) await queue.add(lost);
  };
