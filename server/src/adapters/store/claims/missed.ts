import type { Knex } from 'knex';
import type { ScannedStretch } from '../../../ports';

/**
 * The stretches of a run, one beginning where the other ended, cover every claim at least once even if
 * the source sorts its ids otherwise than this database: whoever is marked wrongly for it is found when
 * the marked are read from the source again.
 */
export async function markMissed(
  claims: Knex.QueryBuilder,
  { after, upTo, named }: ScannedStretch,
  runId: string,
): Promise<void> {
  const rows = claims.whereNull('gone_at').whereNotIn('external_id', named);
  if (after !== null) void rows.where('external_id', '>', after);
  if (upTo !== null) void rows.where('external_id', '<=', upTo);
  await rows.update({ missed_in_run: runId });
}
