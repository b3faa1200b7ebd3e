import type { DeliveryQueue, RedisSettings } from '../../ports';
import { createBeeQueue, type BeeQueueDeps } from './bee-queue';
import { createDatabaseQueue, type DatabaseQueueDeps } from './database-queue';

type EitherDeps = Pick<DatabaseQueueDeps, 'wakes' | 'owner'> &
  Pick<BeeQueueDeps, 'name' | 'sharedClock' | 'log'>;

/** @param redis null: the site has none, and the database holds the queue too */
export const chooseQueue = (redis: RedisSettings | null, deps: EitherDeps): DeliveryQueue =>
  redis ? createBeeQueue({ ...deps, redis }) : createDatabaseQueue(deps);
