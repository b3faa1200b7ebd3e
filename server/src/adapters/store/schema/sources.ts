import { TABLES } from '../../../names';
import { table, type Step } from './step';

/** Sources made in the admin; those of the configuration are written there. */
export const SOURCES: readonly Step[] = [
  table(TABLES.sources, (c, t) => {
    c.exact('id', 64).primary();
    t.string('state', 16).notNullable();
    c.long('mapping').notNullable();
    c.exact('made_by', 64).notNullable();
    c.time('made_at').notNullable();
    c.time('changed_at').notNullable();
  }),
];
