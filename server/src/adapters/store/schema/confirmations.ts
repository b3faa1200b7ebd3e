import { TABLES } from '../../../names';
import { index, table, type Step } from './step';

/** Who confirmed their address; the address itself is only under the seal. */
export const CONFIRMATIONS: readonly Step[] = [
  table(TABLES.confirmations, (c) => {
    c.exact('person', 64).primary();
    c.time('confirmed_at').notNullable();
    c.exact('seal', 128).notNullable();
  }),
];

/** Which notice went to whom: each once, whichever process sends it. */
export const NOTICES: readonly Step[] = [
  table(TABLES.notices, (c, t) => {
    c.id('edition_id').notNullable();
    t.string('occasion', 16).notNullable();
    c.exact('person', 64).notNullable();
    c.time('at').notNullable();
    t.primary(['edition_id', 'occasion', 'person']);
  }),
  index(TABLES.decisions, 'countersign_decisions_at', ['decided_at', 'id']),
];
