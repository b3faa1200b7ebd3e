import { TABLES } from '../../../names';
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
