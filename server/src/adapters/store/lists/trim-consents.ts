import type { Knex } from 'knex';
import { TABLES } from '../../../names';
import type { ListStore } from '../../../ports';
import type { Db } from '../database';
import { idOf, numberOf, rowId, rowIds, type Row } from '../rows';

/** Walks the table by id; each row is asked about through an index of its person. */
export const trimConsents =
  (db: Db): ListStore['trimConsents'] =>
  ({ before, after, limit }) =>
    db.within(async (k) => {
      const looked: Row[] = await db
        .table(k, TABLES.consents)
        .where('id', '>', rowId(after ?? '0') ?? 0)
        .orderBy('id')
        .limit(limit)
        .select('id', 'at');
      const old = looked.filter(({ at }) => numberOf(at) < before).map(({ id }) => idOf(id));
      const over: Row[] = old.length === 0 ? [] : await overAmong(db, k, old, before);
      const ids = rowIds(over.map(({ id }) => idOf(id)));
      if (ids.length > 0) await db.table(k, TABLES.consents).whereIn('id', ids).delete();
      const last = looked.at(-1);
      const next = last && looked.length === limit ? idOf(last.id) : null;
      return { trimmed: ids.length, next };
    });

const overAmong = (db: Db, k: Knex, ids: readonly string[], before: number): Knex.QueryBuilder =>
  db
    .table(k, `${TABLES.consents} as c`)
    .whereIn('c.id', rowIds([...ids]))
    .whereNotExists(
      db
        .table(k, `${TABLES.memberships} as m`)
        .whereRaw('m.list_id = c.list_id and m.subscriber_id = c.subscriber_id')
        .where('m.is_on', true)
        .select(k.raw('1')),
    )
    .whereNotExists(
      db
        .table(k, `${TABLES.consents} as l`)
        .whereRaw('l.subscriber_id = c.subscriber_id and l.list_id = c.list_id')
        .where('l.at', '>=', before)
        .select(k.raw('1')),
    )
    .whereNotExists(
      db
        .table(k, `${TABLES.deliveries} as d`)
        .whereRaw('d.subscriber_id = c.subscriber_id')
        .whereIn('d.state', ['pending', 'sending', 'deferred', 'accepted', 'uncertain'])
        .where((lately) => void lately.whereNull('d.tried_at').orWhere('d.tried_at', '>=', before))
        .select(k.raw('1')),
    )
    .select('c.id');
