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

/** How many messages each transport has begun on which day. */
export const DAYS: readonly Step[] = [
  table(TABLES.days, (c, t) => {
    c.exact('transport_id', 32);
    c.exact('day', 10);
    t.bigInteger('used').notNullable();
    t.primary(['transport_id', 'day']);
  }),
];

/** Recipient domains that have complained, each by the provider that answers for it. */
export const DOMAIN_GROUPS: readonly Step[] = [
  table(TABLES.domainGroups, (c, t) => {
    c.exact('group_name', 253).primary();
    t.text('pace').notNullable();
    c.time('changed_at').notNullable();
  }),
];
