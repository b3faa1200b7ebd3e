import type { Knex } from 'knex';
import type { PersonClaim } from '../../../domain/subscribers/claim';
import type { Db } from '../database';
import { whereNotAmong } from '../bulk';
import type { MarkedIn, ScannedStretch } from '../../../ports';
import { numberOf, type Row } from '../rows';
import { CLAIM_COLUMNS, claimOf } from './read';

/**
 * The stretches of a run, one beginning where the other ended, cover every claim at least once even if
 * the source sorts its ids otherwise than this database: whoever is marked wrongly for it is found when
 * the marked are read from the source again.
 */
export async function markMissed(
  db: Db,
  claims: Knex.QueryBuilder,
  { after, upTo, named }: ScannedStretch,
  runId: string,
): Promise<void> {
  const rows = whereNotAmong(db, claims.whereNull('gone_at'), 'external_id', named);
  if (after !== null) void rows.where('external_id', '>', after);
  if (upTo !== null) void rows.where('external_id', '<=', upTo);
  await rows.update({ missed_in_run: runId });
}

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
