import { TABLES } from '../../../names';
import { table, type Step } from './step';

/** Who confirmed their address; the address itself is only under the seal. */
export const CONFIRMATIONS: readonly Step[] = [
  table(TABLES.confirmations, (c) => {
    c.exact('person', 64).primary();
    c.time('confirmed_at').notNullable();
    c.exact('seal', 128).notNullable();
  }),
];
