import type { Knex } from 'knex';
import { TABLES } from '../../../names';
import type { TrimmedSignUp } from '../../../ports';
import type { Db } from '../database';
import { idOf, rowIds, textOf, type Row } from '../rows';

/** A sign-up that is old enough to go. */
export interface Looked extends TrimmedSignUp {
  readonly addressHash: string;
}

interface Known {
  /** Of the sign-up. */
  readonly id: string;
  readonly subscriberId: string;
}

/** Lists each of them is on, or of which there is evidence still, by the id of what they signed up with. */
export async function keptFor(
  db: Db,
  k: Knex,
  old: readonly Looked[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const people = old.length === 0 ? [] : await peopleOf(db, k, old);
  const lists = await listsOf(db, k, people);
  return gather(
    people.flatMap(({ id, subscriberId }) =>
      (lists.get(subscriberId) ?? []).map((list) => [id, list] as const),
    ),
  );
}

/** By their address, and by the claim of the form, which is theirs under whatever key its hash was made. */
const peopleOf = async (db: Db, k: Knex, old: readonly Looked[]): Promise<Known[]> => [
  ...(await byAddress(db, k, old)),
  ...(await byClaim(db, k, old)),
];

async function byAddress(db: Db, k: Knex, old: readonly Looked[]): Promise<Known[]> {
  const hashes = [...new Set(old.map(({ addressHash }) => addressHash))];
  const rows: Row[] = await db
    .table(k, TABLES.subscribers)
    .whereIn('address_hash', hashes)
    .select('id', 'address_hash');
  const subscribers = new Map(rows.map((row) => [textOf(row.address_hash), idOf(row.id)]));
  return old.flatMap(({ id, addressHash }) => {
    const subscriberId = subscribers.get(addressHash);
    return subscriberId === undefined ? [] : [{ id, subscriberId }];
  });
}

async function byClaim(db: Db, k: Knex, old: readonly Looked[]): Promise<Known[]> {
  const forms = [...new Set(old.map(({ form }) => form))];
  const ids = old.map(({ id }) => id);
  const rows: Row[] = await db
    .table(k, TABLES.claims)
    .whereIn('source_id', forms)
    .whereIn('external_id', ids)
    .whereNotNull('subscriber_id')
    .select('external_id', 'subscriber_id');
  return rows.map((row) => ({
    id: textOf(row.external_id),
    subscriberId: idOf(row.subscriber_id),
  }));
}

async function listsOf(
  db: Db,
  k: Knex,
  people: readonly Known[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = rowIds(people.map(({ subscriberId }) => subscriberId));
  if (ids.length === 0) return new Map();
  const of = (table: string): Knex.QueryBuilder =>
    db.table(k, table).whereIn('subscriber_id', ids).distinct('subscriber_id', 'list_id');
  const rows: Row[] = [
    ...(await of(TABLES.consents)),
    ...(await of(TABLES.memberships).where('is_on', true)),
  ];
  return gather(rows.map((row) => [idOf(row.subscriber_id), textOf(row.list_id)] as const));
}

/** All that is said of each. */
function gather(
  pairs: readonly (readonly [of: string, said: string])[],
): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, string[]>();
  for (const [of, said] of pairs) all.set(of, [...(all.get(of) ?? []), said]);
  return all;
}
