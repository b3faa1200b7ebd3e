import { TABLES } from '../../../names';
import { index, table, type Step } from './step';

/** Who did what to which admin account; people by documentId. */
export const ACCOUNTS: readonly Step[] = [
  table(TABLES.accountChanges, (c, t) => {
    t.bigIncrements('id');
    c.exact('account', 64).notNullable();
    t.string('kind', 16).notNullable();
    c.exact('person', 64).notNullable();
    c.time('at').notNullable();
  }),
  index(TABLES.accountChanges, 'countersign_account_changes_at', ['at', 'id']),
];
