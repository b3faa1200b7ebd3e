import { readStop, STOP_SETTING } from '../../domain/delivery/stop';
import { LOG_EVENTS } from '../../names';
import { LEASE_MS, MARGIN_MS } from './deps';
import { finishIfDone } from './finish';
import { createHand, sharedNow, type Hand, type Pump } from './pump';
import { untried } from './settle';
import { restsUntil } from './transport-health';

/** Null: not now, or somebody else has it. */
export async function takeUp(pump: Pump, batchId: string): Promise<Hand | null> {
  const { deps } = pump;
  if (readStop(await deps.settings.get(STOP_SETTING)).stopped) return null;
  pump.skewMs = (await deps.sharedClock.now()) - deps.clock.now();
  const until = await restsUntil(pump);
  if (until > sharedNow(pump)) {
    await deps.queue.add([{ batchId, dueAt: until }]);
    return null;
  }
  // Before the claim: the lease cannot have begun earlier than this.
  const beginBefore = deps.clock.now() + LEASE_MS - MARGIN_MS;
  const claim = await deps.batches.claim(batchId, deps.sender.owner, LEASE_MS);
  if (!claim) return null;
  const hand = createHand(claim, beginBefore);
  pump.hands.add(hand);
  return hand;
}

/** Waits for what is on the wire, and lets others have the rest. */
export async function giveBack(pump: Pump, hand: Hand): Promise<void> {
  const { deps, hands } = pump;
  const { batchId, editionId } = hand.claim;
  while (hand.sends.length > 0) await Promise.all(hand.sends.splice(0));
  // First: if the release fails, nobody must go on renewing what will be recovered.
  hands.delete(hand);
  if (hand.isUnsure) await unmark(pump, hand);
  const wake = await deps.batches.release(hand.claim, hand.notBefore);
  deps.log.info(LOG_EVENTS.batchFinished, {
    batch: batchId,
    edition: editionId,
    accepted: hand.accepted,
    againAt: wake?.dueAt ?? null,
  });
  if (wake) await deps.queue.add([wake]);
  else await finishIfDone(deps, editionId);
}

/** All that went out is settled: what is still *sending* under our fence was marked, and nobody told us. */
async function unmark(pump: Pump, { claim, out }: Hand): Promise<void> {
  const { ledger } = pump.deps;
  const settlements = (await ledger.findSending(claim))
    .filter(({ id, fence }) => fence === claim.fence && !out.has(id))
    .map((delivery) => ({ id: delivery.id, change: untried(delivery) }));
  if (settlements.length === 0) return;
  await ledger.exchange([{ claim, settlements }], null, sharedNow(pump));
}
