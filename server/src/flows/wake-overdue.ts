import type { BatchStore, DeliveryQueue, SharedClock } from '../ports';

export interface WakeOverdueDeps {
  readonly batches: Pick<BatchStore, 'findOverdue'>;
  readonly queue: Pick<DeliveryQueue, 'add'>;
  readonly sharedClock: SharedClock;
}

/** A wake that is on its way is not lost yet. */
const OVERDUE_MS = 5_000;
const AT_ONCE = 500;

/**
 * Adds again what a queue outside the database should long have handed out: it may have forgotten. A
 * batch that only waits its turn is in the queue already and is not in it twice afterwards.
 */
export const createWakeOverdue =
  ({ batches, queue, sharedClock }: WakeOverdueDeps) =>
  async (): Promise<void> => {
    const overdue = await batches.findOverdue((await sharedClock.now()) - OVERDUE_MS, AT_ONCE);
    if (overdue.length > 0) await queue.add(overdue);
  };
