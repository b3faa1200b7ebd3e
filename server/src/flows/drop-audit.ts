import { dropText, type AuditDrop } from '../domain/audit/chain';
import { THE_HOUSE, told } from '../domain/audit/entry';
import type { AuditChain, AuditTrail, Clock, Keys, Transactions } from '../ports';

export interface DropDeps {
  readonly chain: Pick<AuditChain, 'drops' | 'addDrop' | 'lastSealedBefore' | 'deleteRows'>;
  readonly audit: AuditTrail;
  readonly keys: Pick<Keys, 'sign'>;
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
  const through = await deps.chain.lastSealedBefore(now - auditDays * DAY_MS);
  if (through <= last.throughSeq || now - last.droppedAt < DAY_MS) return last.throughSeq;
  await note(deps, through, now);
  return through;
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
