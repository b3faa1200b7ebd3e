import type { SharedClock, Wake } from '../../ports';

/** A wake as Redis keeps it. */
export interface NamedWake {
  /** Tells it from the others of its batch: one for now, and one for each later time. */
  readonly id: string;
  readonly wake: Wake;
  /** ms since 1970, by this machine's clock; null: at once. */
  readonly at: number | null;
}

/** A batch is due by the database's clock, and bee-queue waits by the machine's. */
export async function nameWakes(wakes: readonly Wake[], clock: SharedClock): Promise<NamedWake[]> {
  const now = await clock.now();
  const here = Date.now();
  return wakes.map((wake) => {
    const { batchId, dueAt } = wake;
    if (dueAt <= now) return { id: batchId, wake, at: null };
    return { id: `${batchId}@${dueAt}`, wake, at: here + dueAt - now };
  });
}
