import { TABLES } from '../../../names';
import { table, type Step } from './step';

/** Who asked for the addresses of a list, and who allowed it. Holds no address. */
export const EXPORTS: readonly Step[] = [
  table(TABLES.exports, (c, t) => {
    c.id().primary();
    c.id('list_id').notNullable();
    c.exact('asked_by', 64).notNullable();
    c.time('asked_at').notNullable();
    t.string('reason', 500).notNullable();
    c.count('readers').notNullable();
    t.string('state', 16).notNullable();
    c.exact('decided_by', 64);
    c.time('decided_at');
    c.time('open_until').notNullable();
    c.count('downloads').notNullable();
  }),
];
