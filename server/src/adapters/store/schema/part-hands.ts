import type { Knex } from 'knex';
import { contentFrom } from '../../../domain/editions/content';
import { listParts } from '../../../domain/editions/filled';
import { fingerprintOf } from '../../../domain/editions/fingerprint';
import type { Part } from '../../../domain/editions/part';
import { TABLES } from '../../../names';
import { type Row, textOf } from '../rows';
import { index, table, type Step } from './step';

/**
 * Who changed what editions hold by value, and which value each edition holds. Of one part the ids stand in
 * the order of its changes, since each is written under the lock of what it changed.
 */
export const PART_HANDS: readonly Step[] = [
  table(TABLES.partChanges, (c, t) => {
    t.bigIncrements('id');
    c.exact('part', 80).notNullable();
    c.exact('person', 64).notNullable();
    c.time('at').notNullable();
  }),
  index(TABLES.partChanges, 'countersign_part_changes_part', ['part', 'id']),
  table(TABLES.editionParts, (c, t) => {
    c.id('edition_id').notNullable();
    c.exact('part', 80).notNullable();
    c.exact('value', 64).notNullable();
    // The last change before it was submitted.
    t.bigInteger('last_change').notNullable();
    t.primary(['edition_id', 'part']);
  }),
  index(TABLES.editionParts, 'countersign_edition_parts_value', ['part', 'value', 'edition_id']),
];

/**
 * An edition of before said of a list only that it is a part of it, and not whether it goes to it or leaves it out. What
 * the edition holds says so; where that cannot be believed the value stays, and ends nobody's hand.
 */
export const PART_ROLES: readonly Step[] = [
  {
    name: `roles of lists in ${TABLES.editionParts}`,
    run: async (k, db) => {
      const parts = (): Knex.QueryBuilder => db.table(k, TABLES.editionParts);
      const ids = await parts().where('part', 'like', 'list:%').distinct().pluck('edition_id');
      for (const id of ids) {
        const row = await db
          .table(k, TABLES.editions)
          .where({ id })
          .first('content', 'fingerprint');
        for (const { name, value } of listPartsIn(row)) {
          await parts().where({ edition_id: id, part: name }).update({ value });
        }
      }
    },
  },
];

function listPartsIn(row: Row | undefined): readonly Part[] {
  const content = row && contentFrom(textOf(row.content));
  return content && fingerprintOf(content) === row.fingerprint ? listParts(content.audience) : [];
}
