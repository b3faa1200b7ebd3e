import type { Knex } from 'knex';
import { rowText } from '../../domain/audit/row';
import { TABLES } from '../../names';
import type {
  AuditEntry,
  AuditPages,
  AuditQuery,
  AuditReader,
  AuditTrail,
  RowSigner,
} from '../../ports';
import { auditRowOf, columnsOf, writtenOf } from './audit/rows';
import { insertMany } from './bulk';
import type { Db } from './database';
import { numberOf, rowId, type Row } from './rows';

/** @param signer null while there is no secret: what is written then nobody can vouch for */
export function createAuditTrail(
  db: Db,
  signer: RowSigner | null = null,
): AuditTrail & AuditReader & AuditPages {
  return {
    record: (entry) =>
      db.within(async (k) => {
        await db.table(k, TABLES.audit).insert(signed(entry, signer));
      }),
    recordAll: (entries) =>
      db.within(async (k) => {
        const rows = entries.map((entry) => signed(entry, signer));
        await insertMany(db, k, TABLES.audit, rows);
      }),
    countOf: ({ person, act, since }) =>
      db.read(async (k) => {
        const [row]: Row[] = await db
          .table(k, TABLES.audit)
          .where({ person, act, result: 'done' })
          .where('at', '>=', since)
          .count({ n: '*' });
        return numberOf(row?.n);
      }),
    list: (query) =>
      db.read(async (k) => {
        const rows: Row[] = await asked(db.table(k, TABLES.audit), query)
          .orderBy('id', 'desc')
          .limit(query.limit)
          .select();
        return rows.map(auditRowOf);
      }),
  };
}

function signed(entry: AuditEntry, signer: RowSigner | null): Row {
  const row = writtenOf(entry, signer?.nonce() ?? null);
  return { ...columnsOf(row), mac: signer?.sign(rowText(row)) ?? null };
}

function asked(rows: Knex.QueryBuilder, query: AuditQuery): Knex.QueryBuilder {
  const { act, person, subject, from, to, before } = query;
  if (act !== undefined) rows.where({ act });
  if (person !== undefined) rows.where({ person });
  if (subject !== undefined) rows.where({ subject_id: subject });
  if (from !== undefined) rows.where('at', '>=', from);
  if (to !== undefined) rows.where('at', '<=', to);
  if (before !== undefined) rows.where('id', '<', rowId(before) ?? 0);
  return rows;
}
