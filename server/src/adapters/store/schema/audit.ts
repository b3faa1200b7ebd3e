import { TABLES } from '../../../names';
import { column, index, table, type Step } from './step';

/** What makes the audit trail a chain. */
export const AUDIT: readonly Step[] = [
  column(TABLES.audit, 'nonce', (c) => c.exact('nonce', 32)),
  column(TABLES.audit, 'mac', (c) => c.exact('mac', 128)),
  index(TABLES.audit, 'countersign_audit_mac', ['mac']),
  index(TABLES.audit, 'countersign_audit_of', ['subject_id', 'id']),
  index(TABLES.audit, 'countersign_audit_act', ['act', 'id']),
  index(TABLES.audit, 'countersign_audit_at', ['at']),
  table(TABLES.auditSeals, (c, t) => {
    t.bigInteger('seq').primary();
    // No foreign key: a row may be dropped by age, and its seal stays.
    t.bigInteger('row_id').notNullable();
    c.exact('digest', 64).notNullable();
    c.time('sealed_at').notNullable();
    c.exact('seal', 128).notNullable();
    t.unique(['row_id'], { indexName: 'countersign_audit_seals_row' });
  }),
  index(TABLES.auditSeals, 'countersign_audit_seals_at', ['sealed_at', 'seq']),
  table(TABLES.auditDrops, (c, t) => {
    t.bigInteger('through_seq').primary();
    c.time('dropped_at').notNullable();
    c.exact('seal', 128).notNullable();
  }),
];
