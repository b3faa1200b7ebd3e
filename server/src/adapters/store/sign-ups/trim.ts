import type { Knex } from 'knex';
import { TABLES } from '../../../names';
import type { SignUpStore } from '../../../ports';
import type { Db } from '../database';
import { numberOf, textOf, type Row } from '../rows';
import { keptFor, type Looked } from './kept-for';

/** Walks the table by id, after the evidence of consents has been trimmed: what that keeps is kept here. */
export const trimSignUps =
  (db: Db): SignUpStore['trim'] =>
  ({ before, after, limit, listOf }) =>
    db.within(async (k) => {
      const rows: Row[] = await pageOf(db, k, { after, limit });
      const old = rows.filter((row) => numberOf(row.confirmed_at) < before).map(lookedOf);
      const kept = await keptFor(db, k, old);
      const trimmed = old.filter(({ id, form }) => isOver(kept.get(id) ?? [], listOf.get(form)));
      await remove(db, k, { signUps: trimmed, before });
      const next = rows.length === limit ? textOf(rows.at(-1)?.id) : null;
      return { trimmed, next };
    });

const pageOf = (
  db: Db,
  k: Knex,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Knex.QueryBuilder =>
  db
    .table(k, TABLES.signUps)
    .where('id', '>', after ?? '')
    .orderBy('id')
    .limit(limit)
    .select('id', 'form_id', 'address_hash', 'confirmed_at');

const lookedOf = (row: Row): Looked => ({
  id: textOf(row.id),
  form: textOf(row.form_id),
  addressHash: textOf(row.address_hash),
});

/** Of a form there is no more, all lists count. */
const isOver = (kept: readonly string[], list: string | undefined): boolean =>
  list === undefined ? kept.length === 0 : !kept.includes(list);

async function remove(
  db: Db,
  k: Knex,
  { signUps, before }: { readonly signUps: readonly Looked[]; readonly before: number },
): Promise<void> {
  if (signUps.length === 0) return;
  const ids = signUps.map(({ id }) => id);
  // Whoever confirms again in this moment is not as old any more.
  await db.table(k, TABLES.signUps).whereIn('id', ids).where('confirmed_at', '<', before).delete();
}
