import type { AuditDrop, AuditSeal } from '../../../domain/audit/chain';
import type { AuditRow, WrittenRow } from '../../../domain/audit/row';
import type { AuditEntry } from '../../../ports';
import { idOf, maybeText, numberOf, textOf, type Row } from '../rows';

/** Names differ from those of the seals' columns, so that both can be read in one row. */
export const ROW_COLUMNS = [
  ...['id', 'at', 'person', 'door', 'act', 'result'],
  ...['subject_kind', 'subject_id', 'ip', 'detail', 'nonce', 'mac'],
] as const;

export const auditRowOf = (row: Row): AuditRow => ({
  id: idOf(row.id),
  at: numberOf(row.at),
  person: maybeText(row.person),
  door: textOf(row.door),
  act: textOf(row.act),
  result: textOf(row.result),
  subjectKind: maybeText(row.subject_kind),
  subjectId: maybeText(row.subject_id),
  ip: maybeText(row.ip),
  detail: textOf(row.detail),
  nonce: maybeText(row.nonce),
  mac: maybeText(row.mac),
});

export const writtenOf = (entry: AuditEntry, nonce: string | null): WrittenRow => ({
  at: entry.at,
  person: entry.person,
  door: entry.door,
  act: entry.act,
  result: entry.result,
  subjectKind: entry.subject?.kind ?? null,
  subjectId: entry.subject?.id ?? null,
  ip: entry.ip ?? null,
  detail: JSON.stringify(entry.detail ?? {}),
  nonce,
});

export const columnsOf = ({ subjectKind, subjectId, ...row }: WrittenRow): Row => ({
  ...row,
  subject_kind: subjectKind,
  subject_id: subjectId,
});

export const sealOf = (row: Row): AuditSeal => ({
  seq: numberOf(row.seq),
  rowId: idOf(row.row_id),
  digest: textOf(row.digest),
  sealedAt: numberOf(row.sealed_at),
  seal: textOf(row.seal),
});

export const dropOf = (row: Row): AuditDrop => ({
  throughSeq: numberOf(row.through_seq),
  droppedAt: numberOf(row.dropped_at),
  seal: textOf(row.seal),
});
