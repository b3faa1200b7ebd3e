import { TABLES } from '../../../names';
import { table, type Step } from './step';

/** How lists grew, day by day. */
export const LIST_SIZES: readonly Step[] = [
  table(TABLES.listSizes, (c, t) => {
    c.id('list_id').notNullable();
    c.exact('day', 10).notNullable();
    c.count('readers').notNullable();
    t.primary(['list_id', 'day']);
  }),
];
