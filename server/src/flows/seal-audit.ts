import { BEFORE_THE_FIRST, sealRows, type AuditSeal } from '../domain/audit/chain';
import { standingOf, type HighWaterMark } from '../domain/audit/mark';
import { newId } from '../domain/ids';
import { LOG_EVENTS } from '../names';
import type {
  AuditChain,
  Chance,
  Clock,
  Keys,
  Lease,
  LeaseStore,
  Log,
  MarkKeeper,
  Transactions,
} from '../ports';

export interface SealDeps {
  readonly chain: Pick<AuditChain, 'head' | 'sealAt' | 'unsealed' | 'append'>;
  readonly mark: MarkKeeper;
  readonly keys: Pick<Keys, 'sign'>;
  readonly databaseId: string;
  readonly leases: LeaseStore;
  readonly transactions: Transactions;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Log;
}

const LEASE_MS = 30_000;
const AT_ONCE = 500;

/**
 * rows → chain. Acts write their rows and wait for nobody; one process at a time puts seals on what has
 * been committed. The order of the chain is the order in which rows were seen, which may differ from
 * that of their ids: a transaction that began earlier may end later.
 */
export function createSealAudit(deps: SealDeps) {
  const keepMark = createKeepMark(deps);
  return {
    /** What goes on each second. Says how many rows were sealed. */
    keepUp: async (): Promise<number> => {
      const sealed = await sealAll(deps, 'lately');
      await keepMark();
      return sealed;
    },
    /** Once in a while: also what a transaction committed very late. */
    sealEver: (): Promise<number> => sealAll(deps, 'ever'),
  };
}

/**
 * The newest seal goes where the database cannot reach it, in each process for itself. A mark that the
 * chain has no longer stays: it is what tells that the end was cut off.
 */
function createKeepMark({ chain, mark, databaseId, log }: SealDeps): () => Promise<void> {
  let looked: string | null = null;
  let isCutOff = false;
  return async () => {
    if (((await chain.head())?.seal ?? null) === looked) return;
    // Before the chain: another process may move both on while we look.
    const known = await mark.read();
    const head = await chain.head();
    looked = head?.seal ?? null;
    if (known && !(await isInStep({ chain, databaseId }, known, head))) {
      if (!isCutOff) log.warn(LOG_EVENTS.auditCutOff, { database: databaseId, known: known.seq });
      isCutOff = true;
      return;
    }
    if (head) await mark.write({ databaseId, seq: head.seq, seal: head.seal });
  };
}

async function isInStep(
  { chain, databaseId }: Pick<SealDeps, 'chain' | 'databaseId'>,
  known: HighWaterMark,
  head: AuditSeal | null,
): Promise<boolean> {
  const marked = await chain.sealAt(known.seq);
  return standingOf(known, { databaseId, head, marked }) === 'in-step';
}

type Where = Parameters<AuditChain['unsealed']>[0];

/** Looks before it takes the lease: a house where nothing happens writes nothing. */
async function sealAll(deps: SealDeps, where: Where): Promise<number> {
  if ((await deps.chain.unsealed(where, 1)).length === 0) return 0;
  const owner = newId(deps.clock.now(), deps.chance.bytes(10));
  const lease = await deps.leases.take('audit', owner, LEASE_MS);
  if (!lease) return 0;
  let sealed = 0;
  for (let round: AuditSeal[] | null = null; ; ) {
    round = await sealSome(deps, where, lease);
    sealed += round?.length ?? 0;
    tellNewest(deps, round?.at(-1));
    if (!round || round.length < AT_ONCE) break;
  }
  await deps.leases.release(lease);
  return sealed;
}

/** Null: the lease was lost, and somebody else goes on from where we were. */
const sealSome = (deps: SealDeps, where: Where, lease: Lease): Promise<AuditSeal[] | null> =>
  deps.transactions.within(async () => {
    if (!(await deps.leases.renew(lease, LEASE_MS))) return null;
    const rows = await deps.chain.unsealed(where, AT_ONCE);
    const after = (await deps.chain.head()) ?? BEFORE_THE_FIRST;
    const { databaseId, keys } = deps;
    const sealing = { databaseId, sign: (text: string) => keys.sign('audit', text) };
    const seals = sealRows(rows, { after, at: deps.clock.now() }, sealing);
    await deps.chain.append(seals);
    return seals;
  });

function tellNewest({ log, databaseId }: SealDeps, newest: AuditSeal | undefined): void {
  if (!newest) return;
  const { seq, seal } = newest;
  log.info(LOG_EVENTS.auditSealed, { database: databaseId, seq, seal });
}
