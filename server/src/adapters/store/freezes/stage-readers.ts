import type { Knex } from 'knex';
import { TABLES } from '../../../names';
import type { Freeze, FreezeCursor } from '../../../ports';
import type { Db } from '../database';
import { notTooSoon } from '../subscribers/had-one-lately';
import { notPaused } from '../subscribers/not-paused';
import { narrow } from '../segments/narrow';
import type { Fragment } from '../segments/where';
import { localeOf } from './locale-of';

export interface Staging {
  readonly freeze: Freeze;
  readonly batchId: number;
  readonly list: string;
  readonly isFirst: boolean;
  readonly now: number;
  /** Null: everybody. */
  readonly inSegments: Fragment | null;
}

/**
 * The members of one list between two subscribers, as deliveries: those who are active, not suppressed
 * on none of the lists left out, not having a break and, where there are segments, in one of them. One statement,
 * so that no address passes through this process.
 */
export async function stageReaders(
  db: Db,
  k: Knex,
  staging: Staging,
  { after }: FreezeCursor,
  last: string | null,
): Promise<void> {
  const { freeze, batchId } = staging;
  const locale = localeOf('s.locale', freeze);
  const readers = db
    .table(k, `${TABLES.memberships} as m`)
    .join(`${TABLES.subscribers} as s`, 's.id', 'm.subscriber_id')
    .where({ 'm.list_id': staging.list, 'm.is_on': true, 's.status': 'active' })
    .where('m.subscriber_id', '>', Number(after ?? 0))
    .where(notPaused(staging.now))
    .where(notTooSoon(db, k, staging.now))
    .whereNotExists(suppressed(db, k))
    .orderBy('m.subscriber_id')
    .select(k.raw('?', [freeze.editionId]))
    .select(k.raw(`${batchId}, m.subscriber_id`))
    .select(k.raw(locale.sql, [...locale.bindings]))
    .select(k.raw(`'pending', 0, 0`));
  if (last !== null) void readers.where('m.subscriber_id', '<=', Number(last));
  if (freeze.audience.exclude.length > 0) void readers.whereNotExists(excluded(db, k, freeze));
  if (staging.inSegments) narrow(db, readers, staging.inSegments);
  if (!staging.isFirst) void readers.whereNotExists(alreadyStaged(db, k, freeze));

  const { sql, bindings } = readers.toSQL();
  await k.raw(`insert into ${db.name(TABLES.deliveries)} (${COLUMNS}) ${sql}`, [...bindings]);
}

const COLUMNS = 'edition_id, batch_id, subscriber_id, locale, state, attempt, fence';

const suppressed = (db: Db, k: Knex) =>
  db
    .table(k, `${TABLES.suppressions} as x`)
    .select(k.raw('1'))
    .whereRaw('x.address_hash = s.address_hash');

const excluded = (db: Db, k: Knex, { audience }: Freeze) =>
  db
    .table(k, `${TABLES.memberships} as o`)
    .select(k.raw('1'))
    .whereRaw('o.subscriber_id = m.subscriber_id')
    .whereIn('o.list_id', [...audience.exclude])
    .where('o.is_on', true);

/** Who is on two included lists is written to once. */
const alreadyStaged = (db: Db, k: Knex, { editionId }: Freeze) =>
  db
    .table(k, `${TABLES.deliveries} as d`)
    .select(k.raw('1'))
    .whereRaw('d.subscriber_id = m.subscriber_id')
    .where('d.edition_id', editionId);
