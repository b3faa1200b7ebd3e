import { TABLES } from '../../../names';
import { index, table, type Step } from './step';

/** The ledger: one row for each reader of each edition, and the batches they are worked on in. */
export const DELIVERIES: readonly Step[] = [
  table(TABLES.batches, (c, t) => {
    t.bigIncrements('id');
    c.id('edition_id').notNullable();
    c.id('freeze_id').notNullable();
    t.string('state', 16).notNullable();
    c.count('size').notNullable();
    c.time('due_at').notNullable();
    c.exact('owner', 64);
    c.count('fence').notNullable();
    c.time('lease_until');
  }),
  index(TABLES.batches, 'countersign_batches_edition', ['edition_id', 'state', 'due_at']),
  index(TABLES.batches, 'countersign_batches_lease', ['state', 'lease_until']),
  table(TABLES.deliveries, (c, t) => {
    t.bigIncrements('id');
    c.id('edition_id').notNullable();
    t.bigInteger('batch_id').notNullable();
    t.bigInteger('subscriber_id').notNullable();
    t.string('locale', 16).notNullable();
    t.string('state', 16).notNullable();
    c.count('attempt').notNullable();
    c.time('first_tried_at');
    c.time('due_at');
    c.time('settled_at');
    t.string('because', 32);
    // Stage, code, enhanced code and text as JSON; addresses scrubbed.
    t.string('reply', 512);
    t.unique(['edition_id', 'subscriber_id'], { indexName: 'countersign_deliveries_once' });
  }),
  index(TABLES.deliveries, 'countersign_deliveries_batch', ['batch_id', 'state']),
  index(TABLES.deliveries, 'countersign_deliveries_state', ['edition_id', 'state', 'id']),
  index(TABLES.deliveries, 'countersign_deliveries_minute', ['edition_id', 'settled_at']),
  index(TABLES.deliveries, 'countersign_deliveries_person', ['subscriber_id', 'id']),
  table(TABLES.queue, (c, t) => {
    t.bigIncrements('id');
    t.bigInteger('batch_id').notNullable().unique();
    c.time('due_at').notNullable();
    c.exact('owner', 64);
    c.time('lease_until');
  }),
  index(TABLES.queue, 'countersign_queue_due', ['due_at', 'id']),
];
