import { TABLES } from '../../../names';
import { index, table, type Step } from './step';

/** What is said about an edition on its desk. */
export const COMMENTS: readonly Step[] = [
  table(TABLES.comments, (c, t) => {
    c.id().primary();
    c.id('edition_id').notNullable();
    c.exact('person', 64).notNullable();
    // Null: taken back.
    t.string('text', 2000);
    c.time('written_at').notNullable();
    c.time('taken_back_at');
  }),
  index(TABLES.comments, 'countersign_comments_edition', ['edition_id', 'id']),
];
