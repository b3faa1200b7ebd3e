import type { Transactions } from '../../ports';
import type { Db } from './database';

const TRIES = 4;

/**
 * Every store call made while `work` runs joins its transaction by itself. A transaction the database
 * gives up to end a deadlock is begun again, unless it belongs to somebody further out.
 */
export const createTransactions = (db: Db): Transactions => ({
  within: async (work) => {
    const isInner = await db.read(async (k) => k.isTransaction === true);
    for (let tries = isInner ? TRIES : 1; ; tries += 1) {
      try {
        return await db.within(() => work());
      } catch (trouble) {
        if (tries >= TRIES || !isDeadlock(trouble)) throw trouble;
      }
    }
  },
});

/** PostgreSQL: deadlock, serialization failure. MySQL, SQLite: by name. */
const DEADLOCKS = ['40P01', '40001', 'ER_LOCK_DEADLOCK', 'SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT'];

const isDeadlock = (trouble: unknown): boolean =>
  trouble instanceof Error && 'code' in trouble && DEADLOCKS.some((code) => code === trouble.code);
