import { TABLES } from '../../../names';
import { column, index, table, type Step } from './step';

export const PUSHED: readonly Step[] = [
  table(TABLES.pushed, (c, t) => {
    c.exact('source_id', 64).notNullable();
    c.exact('external_id', 128).notNullable();
    c.exact('address_hash', 64);
    c.long('sealed').notNullable();
    t.string('locale', 64);
    c.time('consent_at');
    c.time('updated_at').notNullable();
    t.primary(['source_id', 'external_id']);
  }),
  index(TABLES.pushed, 'countersign_pushed_hash', ['address_hash']),
  table(TABLES.pushRequests, (c, t) => {
    c.id().notNullable();
    c.exact('source_id', 64).notNullable();
    c.exact('idempotency_key', 64).notNullable();
    c.exact('body_hash', 128).notNullable();
    c.time('at').notNullable();
    t.primary(['source_id', 'idempotency_key']);
  }),
  index(TABLES.pushRequests, 'countersign_push_requests_at', ['at']),
];

/** What puts pushes in order; who was withdrawn stays for a while, so that nothing older brings them back. */
export const PUSHED_IN_ORDER: readonly Step[] = [
  column(TABLES.pushed, 'said_at', (c) => c.time('said_at')),
  column(TABLES.pushed, 'withdrawn_at', (c) => c.time('withdrawn_at')),
  index(TABLES.pushed, 'countersign_pushed_withdrawn', ['withdrawn_at']),
];

/** What segments may ask for of who was pushed; plain. */
export const PUSHED_ATTRIBUTES: readonly Step[] = [
  column(TABLES.pushed, 'attributes', (c) => c.long('attributes')),
];
