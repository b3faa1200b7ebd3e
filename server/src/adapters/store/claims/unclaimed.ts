import type { Knex } from 'knex';
import { isBare } from '../../../domain/subscribers/claim';
import { TABLES } from '../../../names';
import { whereAmong, whereNotAmong } from '../bulk';
import type { Db } from '../database';
import { inChunks, type Row, rowId, rowIds } from '../rows';
import { claimsOn } from './read';

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

/** See `isBare`. Rare: asked for one after the other. */
export async function unlinkBare(
  db: Db,
  k: Knex,
  subscriberIds: readonly string[],
): Promise<string[]> {
  const unlinked = new Set<string>();
  for (const bare of (await claimsOn(db, k, subscriberIds, { holds: true })).filter(isBare)) {
    const { sourceId: source_id, externalId: external_id, subscriberId } = bare;
    if (subscriberId === null) continue;
    const beside = there(db, k).where({ subscriber_id: rowId(subscriberId), source_id });
    if (await beside.whereNot({ external_id }).first('external_id')) continue;
    const own = db.table(k, TABLES.claims).where({ source_id, external_id });
    await own.update({ subscriber_id: null, holds: false });
    unlinked.add(subscriberId);
  }
  return [...unlinked];
}

const there = (db: Db, k: Knex): Knex.QueryBuilder =>
  db.table(k, TABLES.claims).whereNull('gone_at');
