import { canonicalJson } from '../editions/canonical';
import { digestOf, type AuditRow } from './row';

/** One link: this row, in this place, after all that came before. */
export interface AuditSeal {
  /** From 1, without a gap. */
  readonly seq: number;
  readonly rowId: string;
  /** `digestOf` the row; kept when the row itself is dropped by age. */
  readonly digest: string;
  /** ms since 1970. */
  readonly sealedAt: number;
  readonly seal: string;
}

/** Rows up to this place in the chain are dropped by age; their seals stay. */
export interface AuditDrop {
  readonly throughSeq: number;
  readonly droppedAt: number;
  readonly seal: string;
}

/** What seals need besides the rows; `sign` is `Keys.sign('audit', …)`. */
export interface Sealing {
  /** A chain belongs to one database. */
  readonly databaseId: string;
  sign(text: string): string;
}

/** The place a chain begins at: nothing comes before the first link. */
export const BEFORE_THE_FIRST = { seq: 0, seal: '' } as const;

type Place = Pick<AuditSeal, 'seq' | 'seal'>;

export const sealText = (
  databaseId: string,
  { seq, rowId, digest }: Pick<AuditSeal, 'seq' | 'rowId' | 'digest'>,
  previousSeal: string,
): string => canonicalJson({ databaseId, digest, previousSeal, rowId, seq });

export const dropText = (
  databaseId: string,
  { throughSeq, droppedAt }: Omit<AuditDrop, 'seal'>,
): string => canonicalJson({ databaseId, droppedAt, droppedThrough: throughSeq });

/** The next links of a chain, in the order of the rows. */
export function sealRows(
  rows: readonly AuditRow[],
  { after, at }: { readonly after: Place; readonly at: number },
  { databaseId, sign }: Sealing,
): AuditSeal[] {
  let previous = after;
  return rows.map((row) => {
    const link = { seq: previous.seq + 1, rowId: row.id, digest: digestOf(row), sealedAt: at };
    const sealed = { ...link, seal: sign(sealText(databaseId, link, previous.seal)) };
    previous = sealed;
    return sealed;
  });
}
