import type { Knex } from 'knex';
import type { Db } from '../database';

/** What may read all there are where an index leads to the few that are wanted. */
const AVOIDED = ['seqscan', 'bitmapscan', 'sort', 'hashjoin', 'mergejoin'];

/**
 * Until the transaction's end, PostgreSQL walks indexes. It plans by what it last counted: of a million who
 * came a minute ago it knows nothing, and reads all who are left for each chunk (169 s for them instead of 24).
 * The other two look into the index itself while they plan.
 */
export async function byIndex(db: Db, k: Knex): Promise<void> {
  if (db.dialect !== 'postgres') return;
  const off = [...AVOIDED.map((way) => `enable_${way}`), 'jit'];
  await k.raw(off.map((setting) => `set local ${setting} = off`).join('; '));
}
