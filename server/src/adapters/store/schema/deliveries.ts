import { TABLES } from '../../../names';
import { index, noIndex, roomToChange, table, type Step } from './step';

/**
 * The ledger: one row for each reader of each edition, and the batches they are worked on in.
 *
 * A delivery has no index by edition or time: the two halve the speed of the ledger. Its batch
 * leads to it, and what a report counts is added up in `tallies` whenever a batch is given back.
 */
export const DELIVERIES: readonly Step[] = [
  table(TABLES.batches, (c, t) => {
    t.bigIncrements('id');
    c.id('edition_id').notNullable();
    c.id('freeze_id').notNullable();
    // ready, claimed or done
    t.string('state', 16).notNullable();
    c.count('size').notNullable();
    c.time('due_at').notNullable();
    c.exact('owner', 128);
    c.count('fence').notNullable();
    c.time('lease_until');
  }),
  index(TABLES.batches, 'countersign_batches_edition', ['edition_id', 'state', 'id']),
  index(TABLES.batches, 'countersign_batches_lease', ['state', 'lease_until']),
  table(TABLES.deliveries, (c, t) => {
    t.bigIncrements('id');
    c.id('edition_id').notNullable();
    t.bigInteger('batch_id').notNullable();
    t.bigInteger('subscriber_id').notNullable();
    t.string('locale', 16).notNullable();
    t.string('state', 16).notNullable();
    // Of the claim it was last marked *sending* under.
    c.count('fence').notNullable();
    c.count('attempt').notNullable();
    c.time('first_tried_at');
    // Last tried, or skipped.
    c.time('tried_at');
    c.time('due_at');
    t.string('because', 32);
    // Stage, code, enhanced code and text as JSON; addresses scrubbed. Of an uncertain one: time and transport of its dot.
    t.string('reply', 512);
    t.unique(['subscriber_id', 'edition_id'], { indexName: 'countersign_deliveries_once' });
  }),
  index(TABLES.deliveries, 'countersign_deliveries_batch', ['batch_id', 'state']),
  // What a batch's deliveries add up to. Not believed while somebody works on the batch.
  table(TABLES.tallies, (c, t) => {
    t.bigInteger('batch_id').notNullable();
    c.id('edition_id').notNullable();
    t.string('state', 16).notNullable();
    t.string('because', 32).notNullable();
    // Minutes since 1970 of `tried_at`; 0 for none.
    t.bigInteger('minute').notNullable();
    c.count('n').notNullable();
    t.primary(['batch_id', 'state', 'because', 'minute']);
  }),
  index(TABLES.tallies, 'countersign_tallies_edition', ['edition_id', 'batch_id']),
  table(TABLES.queue, (c, t) => {
    t.bigIncrements('id');
    t.bigInteger('batch_id').notNullable().unique();
    c.time('due_at').notNullable();
    c.exact('owner', 128);
    c.time('lease_until');
  }),
  index(TABLES.queue, 'countersign_queue_due', ['due_at', 'id']),
];

/**
 * A delivery changes its state twice. With the state in an index each change wrote to the index as well,
 * on PostgreSQL to all of the table's; a batch is 500 rows, looked through in no time.
 */
export const DELIVERY_ROWS: readonly Step[] = [
  index(TABLES.deliveries, 'countersign_deliveries_of_batch', ['batch_id']),
  noIndex(TABLES.deliveries, 'countersign_deliveries_batch'),
  roomToChange(TABLES.deliveries, 30),
];
