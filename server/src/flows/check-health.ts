import { ageOf, type Health } from '../domain/reports/health';
import type { Clock, SharedClock } from '../ports';

export interface CheckHealthDeps {
  readonly clock: Clock;
  readonly database: SharedClock;
  /** Rejects when the work is not done in so many ms. */
  within<T>(ms: number, work: Promise<T>): Promise<T>;
  /** When this process last renewed what it sends; null: it does not send, or does not yet. */
  beatAt(): number | null;
}

/** Longer than any query of ours takes where all is well. */
const DATABASE_MS = 2_000;

/** What this process is worth at this moment, for whoever balances load or restarts it. */
export const createCheckHealth = (deps: CheckHealthDeps) => async (): Promise<Health> => {
  const database = await answers(deps);
  return { database, sending: ageOf(deps.beatAt(), deps.clock.now()) };
};

async function answers({ database, within }: CheckHealthDeps): Promise<'well' | 'trouble'> {
  try {
    await within(DATABASE_MS, database.now());
    return 'well';
  } catch {
    return 'trouble';
  }
}
