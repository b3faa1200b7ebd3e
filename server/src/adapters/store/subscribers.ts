import type { Keys, SubscriberStore } from '../../ports';
import type { Db } from './database';
import { readSubscribers } from './subscribers/read';
import { writeSubscribers } from './subscribers/write';

export const createSubscriberStore = (db: Db, keys: Keys): SubscriberStore => ({
  ...readSubscribers(db, keys),
  ...writeSubscribers(db, keys),
});
