import type { Knex } from 'knex';
import {
  SUPPRESSION_REASONS,
  type MaskedSubscriber,
  type SuppressionReason,
} from '../../../domain/subscribers/subscriber';
import { TABLES } from '../../../names';
import type { Db } from '../database';
import { membershipsOf } from '../lists/memberships';
import { idOf, maybeText, numberOf, oneOf, type Row, textOf } from '../rows';

export const MASKED_COLUMNS = [
  'id',
  'address_hash',
  'label',
  'locale',
  'status',
  'created_at',
] as const;

/** The subscribers of these rows with their lists and whether they are suppressed. */
export async function mask(db: Db, k: Knex, rows: readonly Row[]): Promise<MaskedSubscriber[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => idOf(row.id));
  const reasons = await reasonsOf(
    db,
    k,
    rows.map((row) => textOf(row.address_hash)),
  );
  const memberships = (await membershipsOf(db, k, ids)).filter(({ isOn }) => isOn);
  return rows.map((row) => ({
    id: idOf(row.id),
    label: textOf(row.label),
    locale: maybeText(row.locale),
    status: oneOf(['active', 'erased'], row.status),
    suppressed: reasons.get(textOf(row.address_hash)) ?? null,
    lists: memberships
      .filter(({ subscriberId }) => subscriberId === idOf(row.id))
      .map(({ listId }) => listId),
    createdAt: numberOf(row.created_at),
  }));
}

async function reasonsOf(
  db: Db,
  k: Knex,
  hashes: readonly string[],
): Promise<Map<string, SuppressionReason>> {
  const rows: Row[] = await db
    .table(k, TABLES.suppressions)
    .whereIn('address_hash', hashes)
    .select('address_hash', 'because');
  return new Map(
    rows.map((row) => [textOf(row.address_hash), oneOf(SUPPRESSION_REASONS, row.because)]),
  );
}
