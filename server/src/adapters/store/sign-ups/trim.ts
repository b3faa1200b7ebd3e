import type { Knex } from 'knex';
import { TABLES } from '../../../names';
import type { SignUpStore, TrimmedSignUp } from '../../../ports';
import type { Db } from '../database';
import { idOf, numberOf, rowIds, textOf, type Row } from '../rows';

interface Looked extends TrimmedSignUp {
  readonly addressHash: string;
}

/** Walks the table by id, after the evidence of consents has been trimmed: what that keeps is kept here. */
export const trimSignUps =
  (db: Db): SignUpStore['trim'] =>
  ({ before, after, limit, listOf }) =>
    db.within(async (k) => {
      const rows: Row[] = await db
        .table(k, TABLES.signUps)
        .where('id', '>', after ?? '')
        .orderBy('id')
        .limit(limit)
        .select('id', 'form_id', 'address_hash', 'confirmed_at');
      const old = rows.filter((row) => numberOf(row.confirmed_at) < before).map(lookedOf);
      const kept = await keptFor(db, k, old);
      const trimmed = old.filter(({ id, form }) => {
        const lists = kept.get(id) ?? [];
        const list = listOf.get(form);
        return list === undefined ? lists.length === 0 : !lists.includes(list);
      });
      const ids = trimmed.map(({ id }) => id);
      // Whoever confirms again in this moment is not as old any more.
      const gone = db
        .table(k, TABLES.signUps)
        .whereIn('id', ids)
        .where('confirmed_at', '<', before);
      if (ids.length > 0) await gone.delete();
      const next = rows.length === limit ? textOf(rows.at(-1)?.id) : null;
      return { trimmed, next };
    });

const lookedOf = (row: Row): Looked => ({
  id: textOf(row.id),
  form: textOf(row.form_id),
  addressHash: textOf(row.address_hash),
});

/** Lists each of them is on, or of which there is evidence still, by the id of what they signed up with. */
async function keptFor(
  db: Db,
  k: Knex,
  old: readonly Looked[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const people = old.length === 0 ? [] : await peopleOf(db, k, old);
  const ids = rowIds(people.map(({ subscriberId }) => subscriberId));
  if (ids.length === 0) return new Map();
  const of = (table: string): Knex.QueryBuilder =>
    db.table(k, table).whereIn('subscriber_id', ids).distinct('subscriber_id', 'list_id');
  const rows: Row[] = [
    ...(await of(TABLES.consents)),
    ...(await of(TABLES.memberships).where('is_on', true)),
  ];
  const lists = new Map<string, string[]>();
  for (const row of rows) {
    const subscriberId = idOf(row.subscriber_id);
    lists.set(subscriberId, [...(lists.get(subscriberId) ?? []), textOf(row.list_id)]);
  }
  const kept = new Map<string, string[]>();
  for (const { id, subscriberId } of people) {
    kept.set(id, [...(kept.get(id) ?? []), ...(lists.get(subscriberId) ?? [])]);
  }
  return kept;
}

/** By their address, and by the claim of the form, which is theirs under whatever key its hash was made. */
async function peopleOf(
  db: Db,
  k: Knex,
  old: readonly Looked[],
): Promise<{ readonly id: string; readonly subscriberId: string }[]> {
  const subscribers: Row[] = await db
    .table(k, TABLES.subscribers)
    .whereIn('address_hash', [...new Set(old.map(({ addressHash }) => addressHash))])
    .select('id', 'address_hash');
  const claims: Row[] = await db
    .table(k, TABLES.claims)
    .whereIn('source_id', [...new Set(old.map(({ form }) => form))])
    .whereIn(
      'external_id',
      old.map(({ id }) => id),
    )
    .whereNotNull('subscriber_id')
    .select('external_id', 'subscriber_id');
  const byHash = new Map(subscribers.map((row) => [textOf(row.address_hash), idOf(row.id)]));
  return [
    ...old.flatMap(({ id, addressHash }) => {
      const subscriberId = byHash.get(addressHash);
      return subscriberId === undefined ? [] : [{ id, subscriberId }];
    }),
    ...claims.map((row) => ({
      id: textOf(row.external_id),
      subscriberId: idOf(row.subscriber_id),
    })),
  ];
}
