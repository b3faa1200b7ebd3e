import type { Transactions } from '../../ports';
import type { Db } from './database';

/** Every store call made while `work` runs joins its transaction by itself. */
export const createTransactions = (db: Db): Transactions => ({
  within: (work) => db.within(() => work()),
});
