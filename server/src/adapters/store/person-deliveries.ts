import { TABLES } from '../../names';
import type { PersonDeliveries } from '../../ports';
import type { Db } from './database';
import { toState } from './deliveries/rows';
import { maybeNumber, textOf, type Row } from './rows';

export const createPersonDeliveries = (db: Db): PersonDeliveries => ({
  lastOf: (subscriberId, limit) =>
    db.read(async (k) => {
      const rows: Row[] = await db
        .table(k, TABLES.deliveries)
        .where({ subscriber_id: Number(subscriberId) })
        .orderBy('id', 'desc')
        .limit(limit)
        .select('edition_id', 'state', 'because', 'tried_at');
      return rows.map((row) => ({
        editionId: textOf(row.edition_id),
        state: toState(row.state),
        because: row.because === null ? null : textOf(row.because),
        at: maybeNumber(row.tried_at),
      }));
    }),
});
