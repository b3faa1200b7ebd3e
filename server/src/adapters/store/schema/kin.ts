import { TABLES } from '../../../names';
import { column, index, table, type Step } from './step';

/** Which sources are over the same people; a source that is gone stays here. */
export const KIN: readonly Step[] = [
  table(TABLES.sourcePeople, (c, t) => {
    c.exact('source_id', 64).notNullable();
    c.exact('people', 191).notNullable();
    t.primary(['source_id', 'people']);
  }),
  index(TABLES.sourcePeople, 'countersign_source_people_kin', ['people']),
  // The one list that was left; null: all of them.
  column(TABLES.claims, 'suppressed_list', (c) => c.id('suppressed_list')),
];
