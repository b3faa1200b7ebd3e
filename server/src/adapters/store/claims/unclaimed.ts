import type { Knex } from 'knex';
import { TABLES } from '../../../names';
import { whereAmong, whereNotAmong } from '../bulk';
import type { Db } from '../database';
import { inChunks, type Row, rowId, rowIds } from '../rows';

export async function unclaimedAmong(
  db: Db,
  k: Knex,
  subscriberIds: readonly string[],
): Promise<string[]> {
  const claimed = new Set<string>();
  for (const some of inChunks(rowIds(subscriberIds))) {
    const rows: Row[] = await whereAmong(db, there(db, k), 'subscriber_id', some)
      .distinct('subscriber_id')
      .select();
    for (const row of rows) claimed.add(String(row.subscriber_id));
  }
  return subscriberIds.filter((id) => !claimed.has(String(rowId(id))));
}

export async function isNamedBeside(
  db: Db,
  k: Knex,
  {
    subscriberId,
    externalIds,
  }: { readonly subscriberId: string; readonly externalIds: readonly string[] },
): Promise<boolean> {
  const rows = there(db, k).where({ subscriber_id: rowId(subscriberId) });
  const other: unknown = await whereNotAmong(db, rows, 'external_id', externalIds).first(
    'external_id',
  );
  return other !== undefined;
}

const there = (db: Db, k: Knex): Knex.QueryBuilder =>
  db.table(k, TABLES.claims).whereNull('gone_at');
