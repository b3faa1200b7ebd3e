import type { Knex } from 'knex';

/** Of subscribers called `s`, who is not having a break. For `where`. */
export const notPaused =
  (now: number) =>
  (rows: Knex.QueryBuilder): void =>
    void rows.whereNull('s.paused_until').orWhere('s.paused_until', '<=', now);
