import { TABLES } from '../../../names';
import { index, table, type Step } from './step';

/** Suppressions of an old tool until a second person has answered: keyed hashes and masked labels. */
export const SUPPRESSION_IMPORTS: readonly Step[] = [
  table(TABLES.suppressionImports, (c, t) => {
    c.id().primary();
    c.exact('asked_by', 64).notNullable();
    c.time('asked_at').notNullable();
    t.string('reason', 500).notNullable();
    t.string('because', 32).notNullable();
    t.string('state', 16).notNullable();
    c.exact('decided_by', 64);
    c.time('decided_at');
    c.time('open_until').notNullable();
    c.count('addresses').notNullable();
    c.count('known').notNullable();
    c.count('unreadable').notNullable();
  }),
  index(TABLES.suppressionImports, 'countersign_suppression_imports_state', [
    'state',
    'open_until',
  ]),
  table(TABLES.importedAddresses, (c, t) => {
    c.id('import_id').notNullable();
    c.exact('address_hash', 64).notNullable();
    t.string('label', 128).notNullable();
    t.primary(['import_id', 'address_hash']);
  }),
];
