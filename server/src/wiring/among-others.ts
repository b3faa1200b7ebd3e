import { createRates } from '../adapters/rates/pace';
import { createRedisRates } from '../adapters/rates/redis-rates';
import { chooseQueue } from '../adapters/queue/choose-queue';
import { createRateStore } from '../adapters/store/rates';
import type { Instance } from '../domain/editions/countersignature';
import type { WakeStore } from '../ports';
import type { Foundation } from './foundation';

interface Joining {
  /** This process. */
  readonly owner: string;
  readonly instance: Instance;
  readonly wakes: WakeStore;
}

/** What the processes of an installation share: on Redis where there is one, else in the database. */
export function joinOthers({ config, db, world }: Foundation, joining: Joining) {
  const { redis } = config;
  // Installations may share a Redis, and each has batches of the same numbers.
  const name = joining.instance.databaseId;
  const queue = chooseQueue(redis, { ...joining, name, sharedClock: db, log: world.log });
  const store = redis ? createRedisRates({ redis, name }) : createRateStore(db);
  return {
    queue,
    rates: createRates(store),
    close: async (graceMs: number): Promise<void> => {
      await queue.close(graceMs);
      await store.close();
    },
  };
}

export type AmongOthers = ReturnType<typeof joinOthers>;
