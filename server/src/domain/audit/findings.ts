import { BEFORE_THE_FIRST, dropText, sealText, type AuditDrop, type AuditSeal } from './chain';
import { digestOf, rowText, type AuditRow } from './row';

/**
 * What does not add up in a trail.
 *
 * `changed`: a row is not what was sealed. `removed`: a sealed row is gone. `inserted`: a row that
 * Countersign did not write, or a copy of one it wrote. `seal-removed`: a gap in the seals.
 * `seal-forged`: a seal, or the note of a drop, that was not made with our key or stands elsewhere than
 * it was put. `shortened`: the end that is known outside of the database is gone. `replaced`: at that
 * place there is another history.
 */
export type FindingKind =
  | 'changed'
  | 'removed'
  | 'inserted'
  | 'seal-removed'
  | 'seal-forged'
  | 'shortened'
  | 'replaced';

export interface Finding {
  readonly kind: FindingKind;
  /** The row's id; null where only a place is known. */
  readonly rowId: string | null;
  /** The place in the chain; null for a row without one. */
  readonly seq: number | null;
}

/** What came of going through a whole trail. */
export interface Verification {
  readonly isWhole: boolean;
  /** Links of the chain, and the rows among them that went by age. */
  readonly sealed: number;
  readonly dropped: number;
  /** The newest rows, not yet in the chain; of these alone nobody would miss one. */
  readonly unsealed: number;
  /** How many things do not add up, and the first of them. */
  readonly found: number;
  readonly findings: readonly Finding[];
  /** Whether the end was compared with what is known outside of the database. */
  readonly isMarked: boolean;
  /** Whether the database itself refuses changes of the trail. */
  readonly isAppendOnly: boolean;
}

/** A link with its row; null: there is no such row. */
export interface Link {
  readonly seal: AuditSeal;
  readonly row: AuditRow | null;
}

/** `verify` is `Keys.verify('audit', …)`. */
export interface AuditCheck {
  readonly databaseId: string;
  verify(text: string, signature: string): boolean;
}

/** How far a check has come. */
export interface Checked {
  readonly last: Pick<AuditSeal, 'seq' | 'seal'>;
  /** From the first signed row on every row must be signed. */
  readonly isSigned: boolean;
}

export const NOTHING_CHECKED: Checked = { last: BEFORE_THE_FIRST, isSigned: false };

/** Looks at the next links of a chain. */
export function checkLinks(
  before: Checked,
  links: readonly Link[],
  check: AuditCheck,
): { readonly checked: Checked; readonly findings: Finding[] } {
  let checked = before;
  const findings: Finding[] = [];
  for (const link of links) {
    const kinds = [findInSeal(checked.last, link.seal, check), findInRow(checked, link, check)];
    const { seq, rowId } = link.seal;
    findings.push(...kinds.flatMap((kind) => (kind ? [{ kind, rowId, seq }] : [])));
    checked = { last: link.seal, isSigned: checked.isSigned || isSigned(link.row) };
  }
  return { checked, findings };
}

/** After a gap a seal cannot be checked, since what it was put after is gone. */
function findInSeal(
  last: Checked['last'],
  seal: AuditSeal,
  { databaseId, verify }: AuditCheck,
): FindingKind | null {
  if (seal.seq !== last.seq + 1) return 'seal-removed';
  return verify(sealText(databaseId, seal, last.seal), seal.seal) ? null : 'seal-forged';
}

function findInRow(
  { isSigned: mustBeSigned }: Checked,
  { seal, row }: Link,
  check: AuditCheck,
): FindingKind | null {
  if (row === null) return 'removed';
  if (digestOf(row) !== seal.digest) return 'changed';
  return mustBeSigned || isSigned(row) ? findUnsigned(row, check) : null;
}

const isSigned = (row: AuditRow | null): boolean => (row?.mac ?? null) !== null;

/** For a row that has to be signed. */
export const findUnsigned = (row: AuditRow, { verify }: AuditCheck): FindingKind | null =>
  row.mac !== null && verify(rowText(row), row.mac) ? null : 'inserted';

/** Up to which place rows may be gone, by the genuine notes; and those that are not. */
export function checkDrops(
  drops: readonly AuditDrop[],
  { databaseId, verify }: AuditCheck,
): { readonly droppedThrough: number; readonly findings: Finding[] } {
  const isGenuine = (drop: AuditDrop): boolean => verify(dropText(databaseId, drop), drop.seal);
  const genuine = drops.filter(isGenuine);
  return {
    droppedThrough: Math.max(0, ...genuine.map(({ throughSeq }) => throughSeq)),
    findings: drops
      .filter((drop) => !isGenuine(drop))
      .map(({ throughSeq }) => ({ kind: 'seal-forged', rowId: null, seq: throughSeq })),
  };
}
