import type { DeliveryQueue, Wake } from '../../server/src/ports';

export interface MemoryQueue extends DeliveryQueue {
  /** Hands out what is due, one after the other, until nothing is. */
  drain(worker: (batchId: string) => Promise<void>): Promise<void>;
  waiting(): Wake[];
}

/** A queue without a database or a timer, for tests of flows: it hands out when it is told to. */
export function createMemoryQueue(now: () => Promise<number>): MemoryQueue {
  const wakes = new Map<string, number>();

  const takeDue = async (): Promise<string | null> => {
    const time = await now();
    const due = [...wakes].filter(([, dueAt]) => dueAt <= time).sort(([, a], [, b]) => a - b);
    const [batchId = null] = due[0] ?? [];
    if (batchId !== null) wakes.delete(batchId);
    return batchId;
  };

  return {
    add: async (added) => added.forEach(({ batchId, dueAt }) => wakes.set(batchId, dueAt)),
    work: () => undefined,
    close: async () => undefined,
    drain: async (worker) => {
      for (let batchId = await takeDue(); batchId !== null; batchId = await takeDue()) {
        await worker(batchId);
      }
    },
    waiting: () => [...wakes].map(([batchId, dueAt]) => ({ batchId, dueAt })),
  };
}
