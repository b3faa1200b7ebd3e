import { EXPORT_STATES, type ListExport } from '../../domain/subscribers/list-export';
import { TABLES } from '../../names';
import type { ExportStore } from '../../ports';
import type { Db } from './database';
import { maybeNumber, maybeText, numberOf, oneOf, textOf, type Row } from './rows';

export const createExportStore = (db: Db): ExportStore => ({
  insert: (asked) =>
    db.within(async (k) => {
      await db.table(k, TABLES.exports).insert(rowOf(asked));
    }),
  find: (id) =>
    db.read(async (k) => {
      const row: Row | undefined = await db.table(k, TABLES.exports).where({ id }).first();
      return row ? exportOf(row) : null;
    }),
  list: ({ before, limit }) =>
    db.read(async (k) => {
      const query = db.table(k, TABLES.exports).orderBy('id', 'desc').limit(limit);
      if (before !== undefined) void query.where('id', '<', before);
      const rows: Row[] = await query.select();
      return rows.map(exportOf);
    }),
  // What it has to be stands in the statement itself: of two at once, one finds it changed.
  move: (id, { from, state, decidedBy, decidedAt, until }) =>
    db.within(async (k) => {
      const moved = await db
        .table(k, TABLES.exports)
        .where({ id })
        .whereIn('state', [...from])
        .update({ state, decided_by: decidedBy, decided_at: decidedAt, open_until: until });
      return moved === 1;
    }),
  countDownload: (id, most) =>
    db.within(async (k) => {
      const counted = await db
        .table(k, TABLES.exports)
        .where({ id, state: 'allowed' })
        .where('downloads', '<', most)
        .increment('downloads', 1);
      return Number(counted) === 1;
    }),
});

const rowOf = (one: ListExport): Row => ({
  id: one.id,
  list_id: one.listId,
  asked_by: one.askedBy,
  asked_at: one.askedAt,
  reason: one.reason,
  readers: one.readers,
  state: one.state,
  decided_by: one.decidedBy,
  decided_at: one.decidedAt,
  open_until: one.until,
  downloads: one.downloads,
});

const exportOf = (row: Row): ListExport => ({
  id: textOf(row.id),
  listId: textOf(row.list_id),
  askedBy: textOf(row.asked_by),
  askedAt: numberOf(row.asked_at),
  reason: textOf(row.reason),
  readers: numberOf(row.readers),
  state: oneOf(EXPORT_STATES, row.state),
  decidedBy: maybeText(row.decided_by),
  decidedAt: maybeNumber(row.decided_at),
  until: numberOf(row.open_until),
  downloads: numberOf(row.downloads),
});
