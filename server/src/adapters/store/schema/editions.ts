import { TABLES } from '../../../names';
import { index, table, type Step } from './step';

/** Who wrote, what was frozen, who decided. */
export const EDITIONS: readonly Step[] = [
  table(TABLES.hands, (c, t) => {
    c.exact('campaign_id', 64).notNullable();
    c.exact('person', 64).notNullable();
    c.time('first_at').notNullable();
    c.time('last_at').notNullable();
    t.primary(['campaign_id', 'person']);
  }),
  table(TABLES.editions, (c, t) => {
    c.id().primary();
    c.exact('campaign_id', 64).notNullable();
    // The campaign's id while this one is open, then null: a campaign has at most one open edition.
    c.exact('open_campaign', 64);
    t.string('name', 255).notNullable();
    t.string('state', 16).notNullable();
    t.string('held_because', 32);
    c.exact('fingerprint', 64).notNullable();
    c.exact('campaign_hash', 64).notNullable();
    c.long('content').notNullable();
    c.exact('submitted_by', 64).notNullable();
    c.time('submitted_at').notNullable();
    c.time('expires_at').notNullable();
    c.time('wished_at');
    c.count('readers_at_submit').notNullable();
    c.count('readers');
    // The freeze that is valid; deliveries of any other are thrown away, never sent.
    c.id('freeze_id');
    c.time('started_at');
    c.time('finished_at');
    c.time('changed_at').notNullable();
    t.unique(['open_campaign'], { indexName: 'countersign_editions_open' });
  }),
  index(TABLES.editions, 'countersign_editions_campaign', ['campaign_id', 'id']),
  index(TABLES.editions, 'countersign_editions_state', ['state', 'wished_at']),
  table(TABLES.assets, (c, t) => {
    c.exact('hash', 64).primary();
    t.string('mime', 32).notNullable();
    c.count('size').notNullable();
    c.bytes('bytes').notNullable();
    c.time('created_at').notNullable();
  }),
  table(TABLES.decisions, (c, t) => {
    c.id().primary();
    c.id('edition_id').notNullable();
    c.exact('person', 64).notNullable();
    t.string('kind', 16).notNullable();
    t.string('reason', 500);
    c.time('decided_at').notNullable();
    c.time('not_before');
    c.time('not_after');
    c.count('readers_shown');
    c.exact('seal', 128);
  }),
  index(TABLES.decisions, 'countersign_decisions_edition', ['edition_id', 'id']),
  table(TABLES.audit, (c, t) => {
    t.bigIncrements('id');
    c.time('at').notNullable();
    c.exact('person', 64);
    t.string('door', 32).notNullable();
    t.string('act', 64).notNullable();
    t.string('result', 64).notNullable();
    t.string('subject_kind', 32);
    c.exact('subject_id', 64);
    t.string('ip', 64);
    c.long('detail').notNullable();
  }),
  index(TABLES.audit, 'countersign_audit_person', ['person', 'act', 'at']),
  index(TABLES.audit, 'countersign_audit_subject', ['subject_kind', 'subject_id', 'id']),
];
