import { BEFORE_THE_FIRST, dropText, type AuditDrop } from '../domain/audit/chain';
import { THE_HOUSE, told } from '../domain/audit/entry';
import { checkLinks, type Checked } from '../domain/audit/findings';
import type { AuditChain, AuditTrail, Clock, Keys, Transactions } from '../ports';

export interface DropDeps {
  readonly chain: Pick<
    AuditChain,
    'drops' | 'addDrop' | 'lastSealedBefore' | 'sealAt' | 'links' | 'deleteRows'
  >;
  readonly audit: AuditTrail;
  readonly keys: Pick<Keys, 'sign' | 'verify'>;
  readonly databaseId: string;
  /** Null: rows are kept for ever. */
  readonly auditDays: number | null;
  readonly transactions: Transactions;
  readonly clock: Clock;
}

const DAY_MS = 24 * 60 * 60_000;
const AT_ONCE = 500;

/**
 * Lets rows go by age, from the beginning of the chain and only sealed ones. Their seals stay, so the
 * chain can be checked as before; a signed note says up to where rows may be missing.
 */
export function createDropAudit(deps: DropDeps) {
  let deletedThrough = 0;
  return async (): Promise<void> => {
    if (deps.auditDays === null) return;
    const notes = await deps.chain.drops();
    const through = await noteIfDue(deps, deps.auditDays, notes.at(-1));
    if (through <= deletedThrough) return;
    // What an earlier note allows is gone, unless its process was killed: the one before is behind us.
    const isNew = through > (notes.at(-1)?.throughSeq ?? 0);
    await deleteNoted(deps, { after: notes.at(isNew ? -1 : -2)?.throughSeq ?? 0, through });
    deletedThrough = through;
  };
}

/** Once a day, since each note is a row of its own. Answers the place up to which rows may go. */
async function noteIfDue(
  deps: DropDeps,
  auditDays: number,
  last: AuditDrop = { throughSeq: 0, droppedAt: -Infinity, seal: '' },
): Promise<number> {
  const now = deps.clock.now();
  const before = now - auditDays * DAY_MS;
  const sealed = await deps.chain.lastSealedBefore(before);
  if (sealed <= last.throughSeq || now - last.droppedAt < DAY_MS) return last.throughSeq;
  const through = await genuineThrough(deps, last.throughSeq, { before, sealed });
  if (through > last.throughSeq) await note(deps, through, now);
  return through;
}

/**
 * Up to which place all rows are genuine and old by the time they bear themselves. When they were sealed
 * stands beside the seal, where a statement can change it; and what was tampered with stays to be found.
 */
async function genuineThrough(
  { chain, keys, databaseId }: DropDeps,
  after: number,
  { before, sealed }: { readonly before: number; readonly sealed: number },
): Promise<number> {
  const check = {
    databaseId,
    verify: (text: string, signature: string) => keys.verify('audit', text, signature),
  };
  let checked: Checked = { last: (await chain.sealAt(after)) ?? BEFORE_THE_FIRST, isSigned: false };
  while (checked.last.seq < sealed) {
    const links = await chain.links(checked.last.seq, AT_ONCE);
    for (const link of links) {
      const next = checkLinks(checked, [link], check);
      const isOld = link.row !== null && link.row.at < before && link.seal.seq <= sealed;
      if (!isOld || next.findings.length > 0) return checked.last.seq;
      checked = next.checked;
    }
  }
  return checked.last.seq;
}

async function note(deps: DropDeps, throughSeq: number, at: number): Promise<void> {
  const seal = deps.keys.sign('audit', dropText(deps.databaseId, { throughSeq, droppedAt: at }));
  await deps.transactions.within(async () => {
    await deps.chain.addDrop({ throughSeq, droppedAt: at, seal });
    await deps.audit.record(
      told(THE_HOUSE, {
        ...{ act: 'audit.drop', result: 'done', at },
        subject: { kind: 'audit', id: 'trail' },
        detail: { throughSeq },
      }),
    );
  });
}

async function deleteNoted(
  { chain }: DropDeps,
  { after, through }: { readonly after: number; readonly through: number },
): Promise<void> {
  for (let at: number | null = after; at !== null && at < through; ) {
    at = await chain.deleteRows({ after: at, through }, AT_ONCE);
  }
}
