import { TABLES } from '../../../names';
import { table, type Step } from './step';

/** What the house itself remembers. */
export const HOUSE: readonly Step[] = [
  table(TABLES.settings, (c) => {
    c.exact('name', 64).primary();
    c.long('value').notNullable();
    c.exact('changed_by', 64);
    c.time('changed_at').notNullable();
  }),
  table(TABLES.keys, (c) => {
    c.exact('id', 16).primary();
    // HMAC of a fixed text under the key: tells a wrong secret from the right one, not the key.
    c.exact('verifier', 64).notNullable();
    c.time('created_at').notNullable();
    c.time('retired_at');
  }),
  table(TABLES.leases, (c) => {
    c.exact('name', 64).primary();
    c.exact('owner', 128);
    c.count('fence').notNullable();
    c.time('until').notNullable();
  }),
];
