import type { Knex } from 'knex';
import { canonicalJson } from '../../domain/editions/canonical';
import { contentFrom } from '../../domain/editions/content';
import { HELD_REASONS, type Edition, type FullEdition } from '../../domain/editions/edition';
import {
  EDITION_STATES,
  isOpen,
  ONLY_ONCE_STARTED,
  stateAfter,
  statesThatCan,
  type EditionMove,
} from '../../domain/editions/states';
import { TABLES } from '../../names';
import type { EditionChange, EditionQuery, EditionStore } from '../../ports';
import type { Db } from './database';
import { maybeNumber, numberOf, textOf, type Row } from './rows';
import { isUniqueViolation } from './unique-violation';

export function createEditionStore(db: Db): EditionStore {
  const editions = (k: Knex): Knex.QueryBuilder => db.table(k, TABLES.editions);
  const first = async (query: Knex.QueryBuilder): Promise<Edition | null> => {
    const row: Row | undefined = await query.first(...COLUMNS);
    return row ? editionOf(row) : null;
  };

  return {
    insert: (edition) => db.within((k) => insertOnce(k, db, rowOf(edition))),
    find: (id) => db.read((k) => first(editions(k).where({ id }))),
    findFull: (id) =>
      db.read(async (k) => {
        const row: Row | undefined = await editions(k).where({ id }).first();
        return row ? fullEditionOf(row) : null;
      }),
    findOpen: (campaignId) =>
      db.read((k) => first(editions(k).where({ open_campaign: campaignId }))),
    lockOpen: (campaignId) =>
      db.within((k) => first(editions(k).where({ open_campaign: campaignId }).forUpdate())),
    lock: (id) => db.within((k) => first(editions(k).where({ id }).forUpdate())),
    list: (query) =>
      db.read(async (k) => {
        const rows: Row[] = await matching(editions(k), query).select(...COLUMNS);
        return rows.map(editionOf);
      }),
    findOverdue: (now, limit) =>
      db.read(async (k) => {
        const rows: Row[] = await editions(k)
          .whereIn('state', statesThatCan('expire'))
          .where('expires_at', '<', now)
          .orderBy('id')
          .limit(limit)
          .select(...COLUMNS);
        return rows.map(editionOf);
      }),
    move: (id, move, change) =>
      db.within(async (k) => {
        const able = ableTo(move, editions(k).where({ id }));
        const moved = await able.update(changeOf(move, change));
        return moved === 0 ? null : first(editions(k).where({ id }));
      }),
  };
}

/** In a savepoint of its own: PostgreSQL gives up the whole transaction after a refused insert. */
async function insertOnce(k: Knex, db: Db, row: Row): Promise<boolean> {
  try {
    await k.transaction((savepoint) => db.table(savepoint, TABLES.editions).insert(row));
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

function matching(query: Knex.QueryBuilder, wanted: EditionQuery): Knex.QueryBuilder {
  if (wanted.ids) query.whereIn('id', wanted.ids);
  if (wanted.campaignId !== undefined) query.where({ campaign_id: wanted.campaignId });
  if (wanted.states) query.whereIn('state', wanted.states);
  if (wanted.wishedUntil !== undefined) query.where('wished_at', '<=', wanted.wishedUntil);
  if (wanted.before !== undefined) query.where('id', '<', wanted.before);
  return query.orderBy('id', 'desc').limit(wanted.limit);
}

function ableTo(move: EditionMove, query: Knex.QueryBuilder): Knex.QueryBuilder {
  query.whereIn('state', statesThatCan(move));
  const started = ONLY_ONCE_STARTED[move];
  if (started === true) query.whereNotNull('started_at');
  if (started === false) query.whereNull('started_at');
  return query;
}

function changeOf(move: EditionMove, change: EditionChange): Row {
  const state = stateAfter(move);
  const row = {
    state,
    changed_at: change.at,
    held_because: state === 'held' ? change.heldBecause : null,
    readers: change.readers,
    freeze_id: change.freezeId,
    started_at: move === 'begin' ? (change.startedAt ?? change.at) : change.startedAt,
    finished_at: change.finishedAt,
    wished_at: change.wishedAt,
    expires_at: change.expiresAt,
    open_campaign: isOpen(state) ? undefined : null,
  };
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
}

const rowOf = (edition: FullEdition): Row => ({
  id: edition.id,
  campaign_id: edition.campaignId,
  open_campaign: isOpen(edition.state) ? edition.campaignId : null,
  name: edition.name,
  state: edition.state,
  held_because: edition.heldBecause,
  fingerprint: edition.fingerprint,
  campaign_hash: edition.campaignHash,
  content: canonicalJson(edition.content),
  submitted_by: edition.submittedBy,
  submitted_at: edition.submittedAt,
  expires_at: edition.expiresAt,
  wished_at: edition.wishedAt,
  readers_at_submit: edition.readersAtSubmit,
  readers: edition.readers,
  started_at: edition.startedAt,
  finished_at: edition.finishedAt,
  changed_at: edition.submittedAt,
});

/** All but the content, which can be megabytes. */
const COLUMNS = [
  'id',
  'campaign_id',
  'name',
  'state',
  'held_because',
  'fingerprint',
  'campaign_hash',
  'submitted_by',
  'submitted_at',
  'expires_at',
  'wished_at',
  'readers_at_submit',
  'readers',
  'started_at',
  'finished_at',
] as const;

const editionOf = (row: Row): Edition => ({
  id: textOf(row.id),
  campaignId: textOf(row.campaign_id),
  name: textOf(row.name),
  state: oneOf(EDITION_STATES, row.state),
  heldBecause: row.held_because === null ? null : oneOf(HELD_REASONS, row.held_because),
  fingerprint: textOf(row.fingerprint),
  campaignHash: textOf(row.campaign_hash),
  submittedBy: textOf(row.submitted_by),
  submittedAt: numberOf(row.submitted_at),
  expiresAt: numberOf(row.expires_at),
  wishedAt: maybeNumber(row.wished_at),
  readersAtSubmit: numberOf(row.readers_at_submit),
  readers: maybeNumber(row.readers),
  startedAt: maybeNumber(row.started_at),
  finishedAt: maybeNumber(row.finished_at),
});

const fullEditionOf = (row: Row): FullEdition => ({
  ...editionOf(row),
  content: contentFrom(textOf(row.content)),
});

function oneOf<T extends string>(known: readonly T[], value: unknown): T {
  const found = known.find((word) => word === value);
  if (found !== undefined) return found;
  throw new TypeError(`a column should hold one of ${known.join(', ')}`);
}
