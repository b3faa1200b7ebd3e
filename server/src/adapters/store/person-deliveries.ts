import { TABLES } from '../../names';
import type { PersonDeliveries, PersonDelivery } from '../../ports';
import type { Db } from './database';
import { toState } from './deliveries/rows';
import { maybeNumber, maybeText, rowId, textOf, type Row } from './rows';

export const createPersonDeliveries = (db: Db): PersonDeliveries => ({
  lastOf: (subscriberId, limit) =>
    db.read(async (k) => {
      const rows: Row[] = await db
        .table(k, TABLES.deliveries)
        .where({ subscriber_id: Number(subscriberId) })
        .orderBy('id', 'desc')
        .limit(limit)
        .select('edition_id', 'state', 'because', 'tried_at');
      return rows.map(deliveryOf);
    }),
  allOf: (subscriberId) =>
    db.read(async (k) => {
      const rows: Row[] = await db
        .table(k, TABLES.deliveries)
        .where({ subscriber_id: rowId(subscriberId) })
        .orderBy('id')
        .select('edition_id', 'state', 'because', 'tried_at', 'reply');
      return rows.map((row) => ({ ...deliveryOf(row), reply: maybeText(row.reply) }));
    }),
  dropReplies: (subscriberId) =>
    db.within((k) =>
      db
        .table(k, TABLES.deliveries)
        .where({ subscriber_id: rowId(subscriberId) })
        .whereNotNull('reply')
        .update({ reply: null }),
    ),
});

const deliveryOf = (row: Row): PersonDelivery => ({
  editionId: textOf(row.edition_id),
  state: toState(row.state),
  because: maybeText(row.because),
  at: maybeNumber(row.tried_at),
});
