import type { Knex } from 'knex';
import type { Edition, Hand } from '../../../domain/editions/edition';
import { type Part, SEGMENT_PART } from '../../../domain/editions/parts';
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

/**
 * Whoever changed a part of it that nobody has let go out since as it is. Until something has gone out on the
 * site, sender and identity are its setting up, which is nobody's hand: in a house of two nobody could sign.
 */
export async function handsThroughParts(
  k: Knex,
  db: Db,
  { id, campaignId }: Pick<Edition, 'id' | 'campaignId'>,
): Promise<readonly Hand[]> {
  const isFirst = !(await isAfterAnother(k, db, id));
  const changes = db
    .table(k, `${TABLES.editionParts} as p`)
    .join(`${TABLES.partChanges} as c`, 'c.part', 'p.part')
    .where('p.edition_id', id)
    .whereRaw('c.id <= p.last_change')
    .whereNotExists(goneOutSince(k, db));
  if (isFirst) void changes.where('p.part', 'like', `${SEGMENT_PART}%`);
  const rows: Row[] = await changes
    .groupBy('c.person')
    .orderBy('c.person')
    .select('c.person')
    .max({ last_at: 'c.at' });
  const through = isFirst ? 'set-up' : 'part';
  return rows.map((row) => ({
    campaignId,
    person: textOf(row.person),
    lastAt: numberOf(row.last_at),
    through,
  }));
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
