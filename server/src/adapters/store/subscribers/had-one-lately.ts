import type { Knex } from 'knex';
import { SPACING_DAYS, spacingMs } from '../../../domain/subscribers/spacing';
import { TABLES } from '../../../names';
import type { Db } from '../database';

/**
 * One row if the subscriber `s`, who asked for few newsletters, had one lately: of any list, and also one
 * that is on the wire or of which nobody knows whether it arrived. Walks the person's own deliveries, and
 * nothing at all for somebody who asked for nothing.
 */
export const hadOneLately = (db: Db, k: Knex, now: number): Knex.QueryBuilder =>
  db
    .table(k, `${TABLES.deliveries} as p`)
    .select(k.raw('1'))
    .whereRaw('p.subscriber_id = s.id')
    .whereNotNull('s.spacing_days')
    .where(
      (went) =>
        void went.where('p.state', 'sending').orWhere((arrived) => {
          void arrived.whereIn('p.state', ['accepted', 'uncertain']);
          void arrived.where((lately) => {
            for (const days of SPACING_DAYS) {
              void lately.orWhere((one) => {
                void one
                  .where('s.spacing_days', days)
                  .where('p.tried_at', '>', now - spacingMs(days));
              });
            }
          });
        }),
    )
    .limit(1);

/** Of subscribers called `s`, whom a newsletter would not reach too soon. For `where`. */
export const notTooSoon =
  (db: Db, k: Knex, now: number) =>
  (rows: Knex.QueryBuilder): void =>
    void rows.whereNull('s.spacing_days').orWhereNotExists(hadOneLately(db, k, now));
