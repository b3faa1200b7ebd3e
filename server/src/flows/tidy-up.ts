import { THE_HOUSE, told } from '../domain/audit/entry';
import { newTaking } from '../domain/ids';
import { LOG_EVENTS } from '../names';
import type {
  AuditTrail,
  BatchStore,
  Chance,
  Clock,
  DeliveryLedger,
  EditionStore,
  FreezeStore,
  LeaseStore,
  Log,
  SharedClock,
  Transactions,
  WakeStore,
} from '../ports';

export interface TidyDeps {
  /** This process. */
  readonly owner: string;
  readonly editions: Pick<EditionStore, 'list' | 'lock' | 'move'>;
  readonly batches: Pick<BatchStore, 'findCancelled' | 'hasOpen'>;
  readonly ledger: Pick<DeliveryLedger, 'cancelNext'>;
  readonly freezes: Pick<FreezeStore, 'findDiscarded' | 'discardOne'>;
  readonly leases: LeaseStore;
  readonly wakes: Pick<WakeStore, 'forgetDone'>;
  readonly audit: AuditTrail;
  readonly transactions: Transactions;
  readonly clock: Clock;
  readonly sharedClock: SharedClock;
  readonly chance: Chance;
  readonly log: Log;
}

const LEASE_MS = 5 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
const AT_ONCE = 500;

/**
 * The upkeep of one minute, in one process at a time: editions whose last batch was done when nobody
 * looked, a cancel that was cut short, freezes no edition will ever name, and what nobody needs any more.
 */
export const createTidyUp = (deps: TidyDeps) => async (): Promise<void> => {
  const owner = newTaking(deps.owner, deps.clock.now(), deps.chance.bytes(10));
  const lease = await deps.leases.take('tidy-up', owner, LEASE_MS);
  if (!lease) return;
  const now = await deps.sharedClock.now();
  await finishDone(deps);
  await skipCancelled(deps);
  await discardStaged(deps);
  await deps.wakes.forgetDone();
  await deps.leases.forgetOld(now - DAY_MS);
  await deps.leases.release(lease);
};

async function finishDone(deps: TidyDeps): Promise<void> {
  for (const { id } of await deps.editions.list({ states: ['sending'], limit: AT_ONCE })) {
    if (!(await deps.batches.hasOpen(id))) await finish(deps, id);
  }
}

async function finish(deps: TidyDeps, id: string) {
  const { editions, batches, audit, transactions, clock, log } = deps;
  const at = clock.now();
  const subject = { kind: 'edition', id };
  const sent = await transactions.within(async () => {
    // Somebody may have opened a batch of it since, who holds the edition, too, while they do.
    await editions.lock(id);
    if (await batches.hasOpen(id)) return null;
    const moved = await editions.move(id, 'finish', { at, finishedAt: at });
    const entry = told(THE_HOUSE, { act: 'edition.finish', result: 'done', subject, at });
    if (moved) await audit.record(entry);
    return moved;
  });
  if (sent) log.info(LOG_EVENTS.editionMoved, { edition: id, state: sent.state });
}

async function skipCancelled({ batches, ledger, clock }: TidyDeps): Promise<void> {
  for (const editionId of await batches.findCancelled(AT_ONCE)) {
    let after: string | null = null;
    do {
      const batch = await ledger.cancelNext(editionId, after, clock.now());
      after = batch?.batchId ?? null;
    } while (after !== null);
  }
}

async function discardStaged({ freezes }: TidyDeps): Promise<void> {
  for (const editionId of await freezes.findDiscarded(AT_ONCE)) {
    while (await freezes.discardOne(editionId));
  }
}
