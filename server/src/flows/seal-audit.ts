import { BEFORE_THE_FIRST, sealRows, type AuditSeal } from '../domain/audit/chain';
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
  readonly chain: Pick<AuditChain, 'head' | 'unsealed' | 'append'>;
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
  let marked: number | null = null;
  /** The newest seal goes where the database cannot reach it, in each process for itself. */
  const keepMark = async (): Promise<void> => {
    const head = await deps.chain.head();
    if (!head || head.seq === marked) return;
    await deps.mark.write({ databaseId: deps.databaseId, seq: head.seq, seal: head.seal });
    marked = head.seq;
  };
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
