import { TABLES } from '../../../names';
import { column, index, indexOfSaying, noIndex, notOnMysql, table, type Step } from './step';

/** Subscribers, the claims of sources on them, and what they said yes or no to. */
export const PEOPLE: readonly Step[] = [
  table(TABLES.lists, (c, t) => {
    c.id().primary();
    t.string('name', 255).notNullable();
    c.time('created_at').notNullable();
  }),
  table(TABLES.subscribers, (c, t) => {
    t.bigIncrements('id');
    c.exact('address_hash', 64).notNullable().unique();
    c.exact('key_id', 16).notNullable();
    // AES-256-GCM over {address, name}; null exactly while the status is `erased`.
    c.long('sealed');
    t.string('domain', 255).notNullable();
    t.string('label', 128).notNullable();
    t.string('locale', 16);
    t.string('status', 16).notNullable();
    c.time('created_at').notNullable();
    c.time('updated_at').notNullable();
  }),
  index(TABLES.subscribers, 'countersign_subscribers_status', ['status', 'id']),
  table(TABLES.claims, (c, t) => {
    c.exact('source_id', 64).notNullable();
    c.exact('external_id', 128).notNullable();
    t.bigInteger('subscriber_id');
    t.string('label', 128);
    c.exact('row_hash', 64).notNullable();
    t.string('left_out', 32);
    // Decides for its source whether the subscriber is on the list.
    c.flag('holds').notNullable();
    // Set when this person left: a changed address does not undo it.
    c.time('suppressed_at');
    t.string('suppressed_because', 32);
    // Set when the source no longer has this person; kept only because they had left.
    c.time('gone_at');
    // Marks those a scan did not meet, instead of the many it met.
    c.id('missed_in_run');
    c.time('updated_at').notNullable();
    t.primary(['source_id', 'external_id']);
  }),
  index(TABLES.claims, 'countersign_claims_subscriber', ['subscriber_id']),
  index(TABLES.claims, 'countersign_claims_left_out', ['source_id', 'left_out', 'external_id']),
  index(TABLES.claims, 'countersign_claims_missed', ['missed_in_run', 'source_id', 'external_id']),
  table(TABLES.memberships, (c, t) => {
    c.id('list_id').notNullable();
    t.bigInteger('subscriber_id').notNullable();
    c.flag('is_on').notNullable();
    c.time('since').notNullable();
    t.primary(['list_id', 'subscriber_id']);
  }),
  index(TABLES.memberships, 'countersign_memberships_on', ['list_id', 'is_on', 'subscriber_id']),
  index(TABLES.memberships, 'countersign_memberships_person', ['subscriber_id']),
  table(TABLES.consents, (c, t) => {
    t.bigIncrements('id');
    t.bigInteger('subscriber_id').notNullable();
    c.id('list_id').notNullable();
    t.string('kind', 16).notNullable();
    c.exact('source_id', 64);
    t.string('how', 64).notNullable();
    c.time('at').notNullable();
  }),
  index(TABLES.consents, 'countersign_consents_person', ['subscriber_id', 'list_id', 'at']),
  table(TABLES.suppressions, (c, t) => {
    c.exact('address_hash', 64).primary();
    c.exact('key_id', 16).notNullable();
    t.string('label', 128).notNullable();
    t.string('because', 32).notNullable();
    t.string('source', 64).notNullable();
    t.string('note', 500);
    c.time('since').notNullable();
  }),
  index(TABLES.suppressions, 'countersign_suppressions_since', ['since', 'address_hash']),
  table(TABLES.outbox, (c, t) => {
    t.bigIncrements('id');
    c.exact('source_id', 64).notNullable();
    c.exact('external_id', 128).notNullable();
    c.time('at').notNullable();
  }),
  index(TABLES.outbox, 'countersign_outbox_source', ['source_id', 'id']),
  table(TABLES.syncRuns, (c, t) => {
    c.id().primary();
    c.exact('source_id', 64).notNullable();
    t.string('state', 16).notNullable();
    c.exact('cursor', 128);
    c.long('counts').notNullable();
    c.time('started_at').notNullable();
    c.time('touched_at').notNullable();
    c.time('finished_at');
  }),
  index(TABLES.syncRuns, 'countersign_sync_runs_source', ['source_id', 'id']),
];

/** What a reader chose on their own page; only they take it back. */
export const CHOICES: readonly Step[] = [
  column(TABLES.memberships, 'left_at', (c) => c.time('left_at')),
];

/** A rest from all mail, and a language, that the reader asked for; no source changes either. */
export const WISHES: readonly Step[] = [
  column(TABLES.subscribers, 'paused_until', (c) => c.time('paused_until')),
  column(TABLES.subscribers, 'chosen_locale', (_c, t) => t.string('chosen_locale', 16)),
];

/** How few newsletters a reader asked for, in days from one to the next; no source changes it. */
export const SPACINGS: readonly Step[] = [
  column(TABLES.subscribers, 'spacing_days', (c) => c.count('spacing_days')),
];

/** By what of an address everybody sees who may read: its label, and its domain. */
export const SEARCH: readonly Step[] = [
  index(TABLES.subscribers, 'countersign_subscribers_label', ['label', 'id']),
  index(TABLES.subscribers, 'countersign_subscribers_domain', ['domain', 'id']),
];

/** Which version of the words people agreed to. */
export const WORDINGS: readonly Step[] = [
  column(TABLES.consents, 'wording', (_c, t) => t.string('wording', 64)),
];

/** How many a run would take off its list, and what people said to it. */
export const BRAKES: readonly Step[] = [column(TABLES.syncRuns, 'brake', (c) => c.long('brake'))];

/** Who decides on a subscriber is found among a million who name the same address. */
export const DECIDING: readonly Step[] = [
  index(TABLES.claims, 'countersign_claims_deciding', ['subscriber_id', 'holds']),
  noIndex(TABLES.claims, 'countersign_claims_subscriber'),
];

/** What a scan has read ahead counts in its own epoch alone. */
export const EPOCHS: readonly Step[] = [column(TABLES.syncRuns, 'epoch', (c) => c.count('epoch'))];

/** Nearly all claims are on their list and were met: of each person two entries less to write. */
export const FEW_SAYING: readonly Step[] = [
  indexOfSaying('left_out', TABLES.claims, 'countersign_claims_out', [
    ...['source_id', 'left_out', 'external_id'],
  ]),
  // Whatever the reason, in their order: a page of few among a million. MySQL's primary key has that order.
  notOnMysql(
    indexOfSaying('left_out', TABLES.claims, 'countersign_claims_out_in_order', [
      ...['source_id', 'external_id'],
    ]),
  ),
  noIndex(TABLES.claims, 'countersign_claims_left_out'),
  indexOfSaying('missed_in_run', TABLES.claims, 'countersign_claims_marked', [
    ...['missed_in_run', 'source_id', 'external_id'],
  ]),
  noIndex(TABLES.claims, 'countersign_claims_missed'),
];
