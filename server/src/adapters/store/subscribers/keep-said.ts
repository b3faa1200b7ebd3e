import type { Knex } from 'knex';
import { readSealText, sealContext } from '../../../domain/subscribers/sealed';
import { TABLES } from '../../../names';
import type { Keys, NewPerson, NewSubscriber, RenewedSubscriber } from '../../../ports';
import { whereAmong } from '../bulk';
import type { Db } from '../database';
import { inChunks, maybeText, type Row, textOf } from '../rows';

/** With the name and the language they have, where the source is to leave them as they are: who has none gets its. */
export async function keepSaid(
  db: Db,
  k: Knex,
  keys: Keys,
  people: readonly RenewedSubscriber[],
): Promise<NewSubscriber[]> {
  const kept = people.filter(({ keeps }) => keeps?.name || keeps?.locale);
  const rows = new Map<string, Row>();
  for (const some of inChunks(kept.map(({ addressHash }) => addressHash))) {
    const subscribers = db.table(k, TABLES.subscribers);
    const found: Row[] = await whereAmong(db, subscribers, 'address_hash', some).select(
      ...['address_hash', 'sealed', 'locale'],
    );
    for (const row of found) rows.set(textOf(row.address_hash), row);
  }
  return people.map((person) => withSaid(person, rows.get(person.addressHash), keys));
}

function withSaid(
  { keeps, ...said }: RenewedSubscriber,
  row: Row | undefined,
  keys: Keys,
): NewSubscriber {
  if (!row) return said;
  const { person, locale } = said;
  return {
    ...said,
    person: person && keeps?.name ? renamed(person, nameIn(row, keys)) : person,
    locale: keeps?.locale ? (maybeText(row.locale) ?? locale) : locale,
  };
}

/** Not under the seal they come with: that is over the other name. */
const renamed = ({ address, name }: NewPerson, kept: string | null): NewPerson => ({
  address,
  name: kept ?? name,
});

function nameIn(row: Row, keys: Keys): string | null {
  const sealed = maybeText(row.sealed);
  if (sealed === null) return null;
  try {
    return readSealText(keys.unseal(sealed, sealContext(textOf(row.address_hash)))).name;
  } catch {
    // Under a key that is gone. The source brings the address anew; the name nobody knows any more.
    return null;
  }
}
