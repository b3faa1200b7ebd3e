import {
  checkDrops,
  checkLinks,
  findUnsigned,
  NOTHING_CHECKED,
  type AuditCheck,
  type Checked,
  type Finding,
  type Verification,
} from '../domain/audit/findings';
import { standingOf } from '../domain/audit/mark';
import type { AuditChain, Keys, MarkKeeper } from '../ports';

export interface VerifyDeps {
  readonly chain: Pick<
    AuditChain,
    'head' | 'sealAt' | 'links' | 'drops' | 'copies' | 'unsealed' | 'isAppendOnly'
  >;
  readonly mark: Pick<MarkKeeper, 'read'>;
  readonly keys: Pick<Keys, 'verify'>;
  readonly databaseId: string;
}

const AT_ONCE = 500;
const SHOWN = 50;
/** Of rows without a seal; more than a second can bring. */
const UNSEALED_SHOWN = 10_000;

/** Goes through the whole trail; changes nothing. */
export const createVerifyAudit = (deps: VerifyDeps) => async (): Promise<Verification> => {
  const check: AuditCheck = {
    databaseId: deps.databaseId,
    verify: (text, signature) => deps.keys.verify('audit', text, signature),
  };
  // Before the rows: the trail only grows, so that what is marked now must be there afterwards.
  const end = await findAtEnd(deps);
  const { checked, findings: inChain } = await walk(deps, check);
  const { unsealed, findings: inNewest } = await findInNewest(deps, check, checked);
  const copies = await deps.chain.copies(SHOWN);
  // After the rows: one may have gone by age while we looked.
  const { droppedThrough, findings: inDrops } = checkDrops(await deps.chain.drops(), check);
  const findings = [
    ...inChain.filter(({ kind, seq }) => kind !== 'removed' || (seq ?? 0) > droppedThrough),
    ...inNewest,
    ...copies.map((rowId): Finding => ({ kind: 'inserted', rowId, seq: null })),
    ...inDrops,
    ...end.findings,
  ];
  return {
    isWhole: findings.length === 0,
    sealed: checked.last.seq,
    dropped: droppedThrough,
    unsealed,
    found: findings.length,
    findings: findings.slice(0, SHOWN),
    isMarked: end.isMarked,
    isAppendOnly: await deps.chain.isAppendOnly(),
  };
};

interface Walked {
  readonly checked: Checked;
  readonly findings: Finding[];
}

async function walk({ chain }: VerifyDeps, check: AuditCheck): Promise<Walked> {
  const findings: Finding[] = [];
  for (let checked = NOTHING_CHECKED; ; ) {
    const links = await chain.links(checked.last.seq, AT_ONCE);
    const next = checkLinks(checked, links, check);
    findings.push(...next.findings);
    checked = next.checked;
    if (links.length < AT_ONCE) return { checked, findings };
  }
}

/** Without a seal a row is still signed, from the day on when there was something to sign with. */
async function findInNewest({ chain }: VerifyDeps, check: AuditCheck, { isSigned }: Checked) {
  const rows = await chain.unsealed('ever', UNSEALED_SHOWN);
  const suspects = rows.filter(({ mac }) => mac !== null || isSigned);
  const findings = suspects.flatMap((row): Finding[] => {
    const kind = findUnsigned(row, check);
    return kind ? [{ kind, rowId: row.id, seq: null }] : [];
  });
  return { unsealed: rows.length, findings };
}

async function findAtEnd({ chain, mark, databaseId }: VerifyDeps) {
  const known = await mark.read();
  if (!known) return { isMarked: false, findings: [] };
  const [head, marked] = [await chain.head(), await chain.sealAt(known.seq)];
  const standing = standingOf(known, { databaseId, head, marked });
  if (standing === 'in-step') return { isMarked: true, findings: [] };
  const kind = standing === 'older' ? 'shortened' : 'replaced';
  return { isMarked: true, findings: [{ kind, rowId: null, seq: known.seq } satisfies Finding] };
}
