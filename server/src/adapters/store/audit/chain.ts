import type { Knex } from 'knex';
import type { Link } from '../../../domain/audit/findings';
import type { AuditRow } from '../../../domain/audit/row';
import { TABLES } from '../../../names';
import type { AuditChain } from '../../../ports';
import type { Db } from '../database';
import { idOf, maybeNumber, type Row } from '../rows';
import { auditRowOf, dropOf, ROW_COLUMNS, sealOf } from './rows';
import { isAppendOnly } from './triggers';

export function createAuditChain(db: Db): AuditChain {
  const seals = (k: Knex) => db.table(k, TABLES.auditSeals);
  const drops = (k: Knex) => db.table(k, TABLES.auditDrops);
  const firstSeal = async (rows: Knex.QueryBuilder) => {
    const [row]: Row[] = await rows.limit(1).select();
    return row ? sealOf(row) : null;
  };
  return {
    head: () => db.read((k) => firstSeal(seals(k).orderBy('seq', 'desc'))),
    sealAt: (seq) => db.read((k) => firstSeal(seals(k).where({ seq }))),
    unsealed: (where, limit) => db.read((k) => readUnsealed(db, k, where, limit)),
    append: (sealed) =>
      db.within(async (k) => {
        const rows = sealed.map(({ seq, rowId, digest, sealedAt, seal }) => ({
          ...{ seq, row_id: Number(rowId), digest, sealed_at: sealedAt, seal },
        }));
        if (rows.length > 0) await seals(k).insert(rows);
      }),
    links: (afterSeq, limit) => db.read((k) => readLinks(db, k, afterSeq, limit)),
    copies: (limit) => db.read((k) => readCopies(db, k, limit)),
    drops: () =>
      db.read(async (k) => ((await drops(k).orderBy('through_seq').select()) as Row[]).map(dropOf)),
    addDrop: ({ throughSeq, droppedAt, seal }) =>
      db.within(async (k) => {
        await drops(k).insert({ through_seq: throughSeq, dropped_at: droppedAt, seal });
      }),
    lastSealedBefore: (time) =>
      db.read(async (k) => {
        const last = await firstSeal(
          seals(k)
            .where('sealed_at', '<', time)
            .orderBy('sealed_at', 'desc')
            .orderBy('seq', 'desc'),
        );
        return last?.seq ?? 0;
      }),
    deleteRows: (range, limit) => db.within((k) => deleteRows(db, k, range, limit)),
    isAppendOnly: () => db.read((k) => isAppendOnly(k, db)),
  };
}

/** Ids given out while the longest transaction ran that still may commit a row; our acts take milliseconds. */
const LATELY = 2000;

async function readUnsealed(
  db: Db,
  k: Knex,
  where: 'lately' | 'ever',
  limit: number,
): Promise<AuditRow[]> {
  const rows: Row[] = await db
    .table(k, `${TABLES.audit} as a`)
    .leftJoin(`${TABLES.auditSeals} as s`, 's.row_id', 'a.id')
    .whereNull('s.row_id')
    .where('a.id', '>', where === 'ever' ? 0 : (await newestSealedRow(db, k)) - LATELY)
    .orderBy('a.id')
    .limit(limit)
    .select('a.*');
  return rows.map(auditRowOf);
}

async function newestSealedRow(db: Db, k: Knex): Promise<number> {
  const [row]: Row[] = await db.table(k, TABLES.auditSeals).max({ newest: 'row_id' });
  return maybeNumber(row?.newest) ?? 0;
}

async function readLinks(db: Db, k: Knex, afterSeq: number, limit: number): Promise<Link[]> {
  const rows: Row[] = await db
    .table(k, `${TABLES.auditSeals} as s`)
    .leftJoin(`${TABLES.audit} as a`, 'a.id', 's.row_id')
    .where('s.seq', '>', afterSeq)
    .orderBy('s.seq')
    .limit(limit)
    .select('s.*', ...ROW_COLUMNS.map((column) => `a.${column}`));
  return rows.map((row) => ({
    seal: sealOf(row),
    row: row.id === null ? null : auditRowOf(row),
  }));
}

async function readCopies(db: Db, k: Knex, limit: number): Promise<string[]> {
  const rows: Row[] = await db
    .table(k, TABLES.audit)
    .whereNotNull('mac')
    .groupBy('mac')
    .havingRaw('count(*) > 1')
    .limit(limit)
    .max({ id: 'id' });
  return rows.map(({ id }) => idOf(id));
}

async function deleteRows(
  db: Db,
  k: Knex,
  { after, through }: { readonly after: number; readonly through: number },
  limit: number,
): Promise<number | null> {
  const rows: Row[] = await db
    .table(k, TABLES.auditSeals)
    .where('seq', '>', after)
    .where('seq', '<=', through)
    .orderBy('seq')
    .limit(limit)
    .select('seq', 'row_id');
  const ids = rows.map((row) => Number(row.row_id));
  if (ids.length > 0) await db.table(k, TABLES.audit).whereIn('id', ids).delete();
  return maybeNumber(rows.at(-1)?.seq);
}
