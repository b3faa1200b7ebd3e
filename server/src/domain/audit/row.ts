import { createHash } from 'node:crypto';
import { canonicalJson } from '../editions/canonical';

/** A row of the audit trail as it is stored; times in ms since 1970. */
export interface AuditRow {
  readonly id: string;
  readonly at: number;
  readonly person: string | null;
  readonly door: string;
  readonly act: string;
  readonly result: string;
  readonly subjectKind: string | null;
  readonly subjectId: string | null;
  readonly ip: string | null;
  /** JSON, compared as it was written. */
  readonly detail: string;
  /** Never the same twice, so that no row can be passed off as another. Null: written without a secret. */
  readonly nonce: string | null;
  /** `Keys.sign('audit', …)` over the rest: nobody without the secret writes a row. */
  readonly mac: string | null;
}

export type WrittenRow = Omit<AuditRow, 'id' | 'mac'>;

/** What a row's own signature is over. */
export const rowText = (row: WrittenRow): string =>
  canonicalJson({
    act: row.act,
    at: row.at,
    detail: row.detail,
    door: row.door,
    ip: row.ip,
    nonce: row.nonce,
    person: row.person,
    result: row.result,
    subjectId: row.subjectId,
    subjectKind: row.subjectKind,
  });

/** What the chain holds of a row: SHA-256 over all of it, its signature too; 64 hex characters. */
export const digestOf = (row: AuditRow): string =>
  createHash('sha256')
    .update(rowText(row))
    .update(`\n${row.mac ?? ''}`)
    .digest('hex');
