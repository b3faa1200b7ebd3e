import type { Knex } from 'knex';
import { TABLES } from '../../../names';
import type { SubscriberQuery, SubscriberStanding } from '../../../ports';
import type { Db } from '../database';
import { numberOf, rowId, type Row } from '../rows';
import { MASKED_COLUMNS } from './mask';

/**
 * A page by id. One of a list walks the list's index, one of a label or a domain theirs, so that nobody
 * else is looked at.
 */
export async function pageOf(db: Db, k: Knex, query: SubscriberQuery): Promise<Row[]> {
  const { listId, status, label, domain, after, limit } = query;
  const rows = db.table(k, `${TABLES.subscribers} as s`).limit(limit);
  const isNarrow = label !== undefined || domain !== undefined;
  const walksList = listId !== undefined && !isNarrow;
  const id = walksList ? 'm.subscriber_id' : 's.id';
  if (walksList) {
    void rows.join(`${TABLES.memberships} as m`, 'm.subscriber_id', 's.id');
    void rows.where({ 'm.list_id': listId, 'm.is_on': true });
  } else if (listId !== undefined) void rows.whereExists(isOn(db, k, listId));
  if (label !== undefined) void rows.where('s.label', label);
  if (domain !== undefined) void rows.where('s.domain', domain);
  if (status !== undefined) await narrowTo(db, k, rows, status);
  if (after !== undefined) void rows.where('s.id', '>', rowId(after) ?? 0);
  // Said of both, or PostgreSQL joins from the first subscriber on.
  if (after !== undefined && walksList) void rows.where(id, '>', rowId(after) ?? 0);
  return rows.orderBy(id).select(MASKED_COLUMNS.map((column) => `s.${column}`));
}

/** Fewer suppressions than this are looked up one by one; of more a page is full soon enough. */
const FEW = 5_000;

async function narrowTo(db: Db, k: Knex, rows: Knex.QueryBuilder, status: SubscriberStanding) {
  void rows.where('s.status', status === 'erased' ? 'erased' : 'active');
  const suppressions = () => db.table(k, `${TABLES.suppressions} as x`);
  const own = suppressions().select(k.raw('1')).whereRaw('x.address_hash = s.address_hash');
  if (status === 'active') void rows.whereNotExists(own);
  if (status !== 'suppressed') return;
  const [counted] = await k
    .from(
      suppressions()
        .select('x.address_hash')
        .limit(FEW + 1)
        .as('some'),
    )
    .count({ n: '*' });
  if (numberOf(counted?.n) > FEW) void rows.whereExists(own);
  else void rows.whereIn('s.address_hash', suppressions().select('x.address_hash'));
}

const isOn = (db: Db, k: Knex, listId: string): Knex.QueryBuilder =>
  db
    .table(k, `${TABLES.memberships} as m`)
    .select(k.raw('1'))
    .whereRaw('m.subscriber_id = s.id')
    .where({ 'm.list_id': listId, 'm.is_on': true });
