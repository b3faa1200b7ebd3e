import type { Knex } from 'knex';
import type { Edition, Hand } from '../../../domain/editions/edition';
import { handsThrough, type Part } from '../../../domain/editions/parts';
import { TABLES } from '../../../names';
import type { Db } from '../database';
import { numberOf, textOf, type Row } from '../rows';

/** The parts as the edition holds them, each with its last change: by number, since clocks differ. */
export async function freezeParts(
  k: Knex,
  db: Db,
  { editionId, parts }: { readonly editionId: string; readonly parts: readonly Part[] },
): Promise<void> {
  for (const { name, value } of parts) {
    const last: Row | undefined = await db
      .table(k, TABLES.partChanges)
      .where({ part: name })
      .max({ id: 'id' })
      .first();
    const change = numberOf(last?.id ?? 0);
    await db
      .table(k, TABLES.editionParts)
      .insert({ edition_id: editionId, part: name, value, last_change: change });
  }
}

/** Whoever changed a part of it that nobody has let go out since as it is. */
export async function handsThroughParts(
  k: Knex,
  db: Db,
  { id, campaignId }: Pick<Edition, 'id' | 'campaignId'>,
): Promise<readonly Hand[]> {
  const rows: Row[] = await db
    .table(k, `${TABLES.editionParts} as p`)
    .join(`${TABLES.partChanges} as c`, 'c.part', 'p.part')
    .where('p.edition_id', id)
    .whereRaw('c.id <= p.last_change')
    .whereNotExists(goneOutSince(k, db))
    .groupBy('c.person', 'c.part')
    .orderBy('c.person')
    .select('c.person', 'c.part')
    .max({ last_at: 'c.at' });
  const changes = rows.map((row) => ({
    part: textOf(row.part),
    person: textOf(row.person),
    at: numberOf(row.last_at),
  }));
  return handsThrough(campaignId, changes, await isAfterAnother(k, db, id));
}

/** An earlier edition with the very same value that was submitted after the change: who signed it had no hand in it. */
const goneOutSince = (k: Knex, db: Db): Knex.QueryBuilder =>
  db
    .table(k, `${TABLES.editionParts} as q`)
    .join(`${TABLES.editions} as e`, 'e.id', 'q.edition_id')
    .whereRaw('q.part = p.part and q.value = p.value and q.edition_id < p.edition_id')
    .whereRaw('q.last_change >= c.id')
    .whereNotNull('e.started_at')
    .select(k.raw('1'));

const isAfterAnother = async (k: Knex, db: Db, id: string): Promise<boolean> =>
  (await db
    .table(k, TABLES.editions)
    .where('id', '<', id)
    .whereNotNull('started_at')
    .first('id')) !== undefined;
