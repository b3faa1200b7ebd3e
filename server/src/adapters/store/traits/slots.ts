import type { Knex } from 'knex';
import { ATTRIBUTE_KINDS, type Attribute } from '../../../domain/segments/rule';
import { TABLES } from '../../../names';
import type { Db } from '../database';
import { numberOf, oneOf, type Row, textOf } from '../rows';

/** Where an attribute's values stand. */
export interface Slot extends Attribute {
  readonly place: number;
  readonly column: string;
}

export const slotAt = ({ name, kind }: Attribute, place: number): Slot => ({
  ...{ name, kind, place },
  column: `${kind}_${place}`,
});

export async function slotsOf(db: Db, k: Knex): Promise<Slot[]> {
  const rows: Row[] = await db.table(k, TABLES.traitSlots).select('name', 'kind', 'place');
  return rows.map((row) =>
    slotAt({ name: textOf(row.name), kind: oneOf(ATTRIBUTE_KINDS, row.kind) }, numberOf(row.place)),
  );
}
