import type { Comment } from '../../domain/reviews/comment';
import { TABLES } from '../../names';
import type { CommentStore } from '../../ports';
import type { Db } from './database';
import { maybeNumber, maybeText, numberOf, textOf, type Row } from './rows';

export function createCommentStore(db: Db): CommentStore {
  return {
    insert: (comment) =>
      db.within(async (k) => {
        await db.table(k, TABLES.comments).insert(rowOf(comment));
      }),
    find: (id) =>
      db.read(async (k) => {
        const row: Row | undefined = await db.table(k, TABLES.comments).where({ id }).first();
        return row ? commentOf(row) : null;
      }),
    of: (editionId, { after, limit }) =>
      db.read(async (k) => {
        const query = db.table(k, TABLES.comments).where({ edition_id: editionId });
        if (after !== undefined) query.where('id', '>', after);
        const rows: Row[] = await query.orderBy('id').limit(limit).select();
        return rows.map(commentOf);
      }),
    count: (editionId) =>
      db.read(async (k) => {
        const query = db.table(k, TABLES.comments).where({ edition_id: editionId });
        const row: Row | undefined = await query.count({ count: '*' }).first();
        return numberOf(row?.count);
      }),
    takeBack: (id, at) =>
      db.within(async (k) => {
        const standing = db.table(k, TABLES.comments).where({ id }).whereNull('taken_back_at');
        return (await standing.update({ text: null, taken_back_at: at })) === 1;
      }),
  };
}

const rowOf = (comment: Comment): Row => ({
  id: comment.id,
  edition_id: comment.editionId,
  person: comment.person,
  text: comment.text,
  written_at: comment.writtenAt,
  taken_back_at: comment.takenBackAt,
});

const commentOf = (row: Row): Comment => ({
  id: textOf(row.id),
  editionId: textOf(row.edition_id),
  person: textOf(row.person),
  text: maybeText(row.text),
  writtenAt: numberOf(row.written_at),
  takenBackAt: maybeNumber(row.taken_back_at),
});
