import type { Knex } from 'knex';
import type { AttributeValues } from '../../../domain/segments/attributes';
import type { PersonClaim } from '../../../domain/subscribers/claim';
import { LEFT_OUT_REASONS, SUPPRESSION_REASONS } from '../../../domain/subscribers/subscriber';
import { TABLES } from '../../../names';
import type { LeftOutCounts, LeftOutQuery } from '../../../ports';
import { chunksAmong, whereAmong } from '../bulk';
import type { Db } from '../database';
import {
  flagOf,
  idOf,
  maybeNumber,
  maybeText,
  numberOf,
  oneOf,
  type Row,
  rowIds,
  textOf,
} from '../rows';

export const CLAIM_COLUMNS = [
  'source_id',
  'external_id',
  'subscriber_id',
  'label',
  'row_hash',
  'left_out',
  'holds',
  'attributes',
  'suppressed_at',
  'suppressed_because',
  'gone_at',
] as const;

export const claimOf = (row: Row): PersonClaim => ({
  sourceId: textOf(row.source_id),
  externalId: textOf(row.external_id),
  subscriberId: row.subscriber_id === null ? null : idOf(row.subscriber_id),
  label: maybeText(row.label),
  rowHash: textOf(row.row_hash),
  leftOut: row.left_out === null ? null : oneOf(LEFT_OUT_REASONS, row.left_out),
  holds: flagOf(row.holds),
  suppressedAt: maybeNumber(row.suppressed_at),
  suppressedBecause:
    row.suppressed_because === null ? null : oneOf(SUPPRESSION_REASONS, row.suppressed_because),
  goneAt: maybeNumber(row.gone_at),
  ...attributesOf(row.attributes),
});

/** Our own JSON; null: none. */
const attributesOf = (json: unknown): { attributes?: AttributeValues } =>
  json === null ? {} : { attributes: JSON.parse(textOf(json)) as AttributeValues };

/** As the last writer left them: MySQL's snapshot would show them as they were when it was taken. */
export async function claimsOn(
  db: Db,
  k: Knex,
  subscriberIds: readonly string[],
  only: { readonly holds?: boolean } = {},
): Promise<PersonClaim[]> {
  const found: PersonClaim[] = [];
  for (const some of chunksAmong(db, rowIds(subscriberIds))) {
    const query = whereAmong(db, db.table(k, TABLES.claims).where(only), 'subscriber_id', some);
    if (k.isTransaction) void query.forUpdate();
    const rows: Row[] = await query.select(...CLAIM_COLUMNS);
    found.push(...rows.map(claimOf));
  }
  return found;
}

/** Source by source, each one's page by its index. */
export async function leftOutOf(db: Db, k: Knex, query: LeftOutQuery): Promise<PersonClaim[]> {
  const { sourceIds, because, after, limit } = query;
  const found: PersonClaim[] = [];
  for (const sourceId of [...sourceIds].sort()) {
    if (after && sourceId < after.sourceId) continue;
    const rows = db.table(k, TABLES.claims).where({ source_id: sourceId }).whereNull('gone_at');
    void (because ? rows.where({ left_out: because }) : rows.whereNotNull('left_out'));
    if (after?.sourceId === sourceId) void rows.where('external_id', '>', after.externalId);
    const page: Row[] = await rows
      .orderBy('external_id')
      .limit(limit - found.length)
      .select(...CLAIM_COLUMNS);
    found.push(...page.map(claimOf));
    if (found.length >= limit) break;
  }
  return found;
}

export async function countLeftOut(
  db: Db,
  k: Knex,
  sourceIds: readonly string[],
): Promise<LeftOutCounts> {
  if (sourceIds.length === 0) return {};
  const rows: Row[] = await db
    .table(k, TABLES.claims)
    .whereIn('source_id', sourceIds)
    .whereIn('left_out', LEFT_OUT_REASONS)
    .whereNull('gone_at')
    .groupBy('left_out')
    .select('left_out')
    .count({ n: '*' });
  return Object.fromEntries(
    rows.map((row) => [oneOf(LEFT_OUT_REASONS, row.left_out), numberOf(row.n)]),
  );
}
