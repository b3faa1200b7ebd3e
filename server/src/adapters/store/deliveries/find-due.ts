import type { Knex } from 'knex';
import type { Audience } from '../../../domain/audience/audience';
import type { ReaderNow } from '../../../domain/delivery/obstacle';
import { isPaused } from '../../../domain/subscribers/pause';
import { SUPPRESSION_REASONS } from '../../../domain/subscribers/subscriber';
import { TABLES } from '../../../names';
import type { Claim, DueDelivery } from '../../../ports';
import { rowsOf } from '../compiled';
import type { Db } from '../database';
import { hadOneLately } from '../subscribers/had-one-lately';
import { idOf, maybeNumber, maybeText, numberOf, textOf, type Row } from '../rows';

/** What of a batch can be tried now, each with its reader as of this moment; see `DeliveryLedger`. */
export async function findDue(
  db: Db,
  k: Knex,
  { batchId }: Claim,
  audience: Audience,
  { now, limit }: { now: number; limit: number },
): Promise<DueDelivery[]> {
  const due = db
    .table(k, TABLES.deliveries)
    .where({ batch_id: Number(batchId) })
    .whereIn('state', ['pending', 'deferred'])
    .where((when) => void when.whereNull('due_at').orWhere('due_at', '<=', now))
    .orderBy('id')
    .limit(limit)
    .select('id', 'subscriber_id', 'locale', 'attempt', 'first_tried_at')
    .as('d');
  const on = (lists: readonly string[]) => isOn(db, k, lists);
  const query = k
    .from(due)
    .leftJoin(aliased(db, k, TABLES.subscribers, 's'), 's.id', 'd.subscriber_id')
    .leftJoin(aliased(db, k, TABLES.suppressions, 'x'), 'x.address_hash', 's.address_hash')
    .orderBy('d.id')
    .select('d.*', 's.sealed', 's.address_hash', 's.status', 's.domain', 's.paused_until')
    .select('x.because as suppressed', hadOneLately(db, k, now).as('had_one_lately'))
    .select(on(audience.include).as('is_included'), on(audience.exclude).as('is_excluded'));
  const rows = await rowsOf(db, k, query);
  return rows.map((row) => toDue(row, now));
}

const aliased = (db: Db, k: Knex, table: string, alias: string) =>
  k.raw(`${db.name(table)} as ${alias}`);

/** 1 if the subscriber of `d` is on one of the lists, else null. */
const isOn = (db: Db, k: Knex, lists: readonly string[]) =>
  db
    .table(k, `${TABLES.memberships} as m`)
    .whereRaw('m.subscriber_id = d.subscriber_id')
    .whereIn('m.list_id', [...lists])
    .where('m.is_on', true)
    .select(k.raw('1'))
    .limit(1);

const toDue = (row: Row, now: number): DueDelivery => ({
  id: idOf(row.id),
  subscriberId: idOf(row.subscriber_id),
  locale: textOf(row.locale),
  attempt: numberOf(row.attempt),
  firstTriedAt: maybeNumber(row.first_tried_at),
  domain: maybeText(row.domain),
  reader: row.address_hash === null ? null : toReader(row, now),
});

const toReader = (row: Row, now: number): ReaderNow => ({
  sealed: maybeText(row.sealed),
  addressHash: textOf(row.address_hash),
  status: row.status === 'active' ? 'active' : 'erased',
  suppressed: toSuppression(row.suppressed),
  isPaused: isPaused(maybeNumber(row.paused_until), now),
  hadOneLately: row.had_one_lately !== null,
  isIncluded: row.is_included !== null,
  isExcluded: row.is_excluded !== null,
});

/** A reason of a later release still suppresses. */
function toSuppression(value: unknown): ReaderNow['suppressed'] {
  if (value === null) return null;
  return SUPPRESSION_REASONS.find((known) => known === value) ?? 'by-hand';
}
