import { TABLES } from '../../../names';
import { table, type Step } from './step';

/** Up to when each transport's messages are given out. */
export const RATES: readonly Step[] = [
  table(TABLES.rates, (c, t) => {
    c.exact('transport_id', 32).primary();
    // In µs since 1970: at a thousand messages a second each has one ms.
    t.bigInteger('ends_at').notNullable();
  }),
];
