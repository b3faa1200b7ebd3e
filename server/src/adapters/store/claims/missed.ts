import type { Knex } from 'knex';
import type { PersonClaim } from '../../../domain/subscribers/claim';
import type { MarkedIn } from '../../../ports';
import { numberOf, type Row } from '../rows';
import { CLAIM_COLUMNS, claimOf } from './read';

export async function missedIn(
  claims: Knex.QueryBuilder,
  { sourceId, runId, after = null }: MarkedIn,
  limit: number,
): Promise<PersonClaim[]> {
  const marked = claims.where({ missed_in_run: runId, source_id: sourceId });
  if (after !== null) void marked.where('external_id', '>', after);
  const rows: Row[] = await marked
    .orderBy('external_id')
    .limit(limit)
    .select(...CLAIM_COLUMNS);
  return rows.map(claimOf);
}

export async function countLeaving(
  claims: () => Knex.QueryBuilder,
  { sourceId, runId }: MarkedIn,
): Promise<{ leaving: number; of: number }> {
  const onList = { source_id: sourceId, left_out: null };
  const count = async (rows: Knex.QueryBuilder): Promise<number> => {
    const row: Row | undefined = await rows
      .where(onList)
      .whereNull('gone_at')
      .count({ n: '*' })
      .first();
    return numberOf(row?.n ?? 0);
  };
  return {
    leaving: await count(claims().where({ missed_in_run: runId })),
    of: await count(claims()),
  };
}
