import { afterOutcome, type DeliveryChange } from '../../domain/delivery/delivery';
import { outcomeOfMark } from '../../domain/delivery/journal';
import { suppresses } from '../../domain/delivery/replies';
import { LOG_EVENTS } from '../../names';
import type { Claim, LeftJournal, SendingDelivery } from '../../ports';
import { LEASE_MS, type DeliverDeps } from './deps';
import { finishIfDone } from './finish';
import { onHardBounce, untried } from './settle';

/**
 * Takes a batch from a worker that is gone. What it had marked *sending* is what its journal says; where
 * there is none, nobody can know.
 */
export async function recoverBatch(
  deps: DeliverDeps,
  from: Claim,
  journal: LeftJournal | null,
): Promise<void> {
  if (journal) await suppressGone(deps, from, journal);
  const claim = await takeOver(deps, from, journal);
  if (!claim) return;
  const wake = await deps.batches.release(claim, 0);
  if (wake) await deps.queue.add([wake]);
  else await finishIfDone(deps, claim.editionId);
}

/**
 * In one transaction: whoever dies between taking a batch and settling what was marked in it would leave
 * deliveries behind whose journal names an owner that has no batch any more.
 */
async function takeOver(
  deps: DeliverDeps,
  from: Claim,
  journal: LeftJournal | null,
): Promise<Claim | null> {
  const { batches, ledger, transactions } = deps;
  const now = await deps.sharedClock.now();
  const taken = await transactions.within(async () => {
    const claim = await batches.takeOver(from, deps.sender.owner, LEASE_MS);
    if (!claim) return null;
    const left = await ledger.findSending(claim);
    // Only what was marked under that very claim is in that journal.
    const told = left.map((delivery) =>
      settledBy(deps, delivery, { journal: delivery.fence === from.fence ? journal : null, now }),
    );
    await ledger.settleAbandoned(claim, told, now);
    return { claim, told };
  });
  if (!taken) return null;
  const uncertain = taken.told.filter(({ change }) => change.state === 'uncertain').length;
  const { batchId: batch, editionId: edition } = from;
  const counts = { sending: taken.told.length, uncertain };
  deps.log.warn(LOG_EVENTS.batchRecovered, { batch, edition, ...counts });
  return taken.claim;
}

/** Marked by somebody who had lost this batch already: their lease is over by now, whoever they were. */
export async function settleStrays(deps: DeliverDeps, claim: Claim): Promise<void> {
  const strays = await deps.ledger.findSending(claim);
  if (strays.length === 0) return;
  const now = await deps.sharedClock.now();
  const told = strays.map((delivery) => settledBy(deps, delivery, { journal: null, now }));
  await deps.ledger.settleAbandoned(claim, told, now);
}

/** A journal that is found after its batches were given up says what *uncertain* ones became. */
export async function settleFromJournal(deps: DeliverDeps, journal: LeftJournal): Promise<void> {
  const uncertain = await deps.ledger.findUncertain([...journal.marks.keys()]);
  const now = await deps.sharedClock.now();
  const told = uncertain.map((delivery) => settledBy(deps, delivery, { journal, now }));
  await deps.ledger.settleUncertain(told, now);
}

function settledBy(
  { chance }: DeliverDeps,
  delivery: SendingDelivery,
  { journal, now }: { journal: LeftJournal | null; now: number },
): { id: string; change: DeliveryChange } {
  const mark = journal?.marks.get(delivery.id);
  if (!mark && journal?.isComplete) return { id: delivery.id, change: untried(delivery) };
  const outcome = mark ? outcomeOfMark(mark) : { kind: 'uncertain' as const };
  const world = { now, random: chance.number() };
  return { id: delivery.id, change: afterOutcome(delivery, outcome, world) };
}

/** Before it is settled: after a kill between the two the journal says it again. */
async function suppressGone(deps: DeliverDeps, from: Claim, { marks }: LeftJournal): Promise<void> {
  const gone = (await deps.ledger.findSending(from)).filter(({ id }) => {
    const mark = marks.get(id);
    return mark !== undefined && suppresses(outcomeOfMark(mark));
  });
  if (gone.length === 0) return;
  const people = gone.map(({ subscriberId }) => subscriberId);
  await onHardBounce(deps, people, from.editionId);
}
