import type { Knex } from 'knex';
import type { ClaimStore } from '../../../ports';

type Why = Parameters<ClaimStore['suppress']>[1];

const IS_FIT = `(left_out is null or left_out = 'same-person')`;

/**
 * Once each: who left before keeps when and why, and is from now on off all lists if it was off one. In one
 * statement, since each writes the row anew; MySQL sees in each column what those before it were set to.
 */
export async function suppressClaims(
  k: Knex,
  rows: Knex.QueryBuilder,
  { because, at, only }: Why,
): Promise<void> {
  const unlessBefore = (column: string, value: string): Knex.Raw =>
    k.raw(`case when suppressed_at is null then ? else ${column} end`, [value]);
  await rows
    .where((open) => {
      void open.whereNull('suppressed_at').orWhereRaw(IS_FIT);
      if (!only) void open.orWhereNotNull('suppressed_list');
    })
    .update({
      suppressed_because: unlessBefore('suppressed_because', because),
      suppressed_list: only ? unlessBefore('suppressed_list', only.listId) : null,
      suppressed_at: k.raw('coalesce(suppressed_at, ?)', [at]),
      updated_at: k.raw(`case when ${IS_FIT} then ? else updated_at end`, [at]),
      left_out: k.raw(`case when ${IS_FIT} then 'suppressed' else left_out end`),
    });
}
