import { afterOutcome, type DeliveryChange } from '../../domain/delivery/delivery';
import type { Outcome } from '../../domain/delivery/outcome';
import { suppresses } from '../../domain/delivery/replies';
import { LOG_EVENTS } from '../../names';
import type { DueDelivery, NotBegun } from '../../ports';
import { sharedNow, type Came, type Hand, type Pump } from './pump';

/** Settles what came in all hands, in one statement each. */
export async function settleAll(pump: Pump): Promise<void> {
  for (const hand of pump.hands) await settleCame(pump, hand);
}

async function settleCame(pump: Pump, hand: Hand): Promise<void> {
  const came = hand.came.splice(0);
  if (came.length === 0) return;
  try {
    await write(pump, hand, came);
  } catch (error) {
    // The database is away: what came is kept, in memory and in the journal, for the next heartbeat.
    hand.came.unshift(...came);
    throw error;
  }
  for (const { deliveryId, taken } of came) {
    hand.out.delete(deliveryId);
    taken();
  }
  pump.window.give(came.length);
}

async function write(pump: Pump, hand: Hand, came: readonly Came[]): Promise<void> {
  const { deps } = pump;
  const now = sharedNow(pump);
  await suppressGone(pump, hand, came);
  const settlements = came.flatMap(({ deliveryId: id, outcome }) => {
    const before = hand.out.get(id);
    if (!before) return [];
    return [{ id, change: changeAfter(before, outcome, { now, random: deps.chance.number() }) }];
  });
  await deps.ledger.settle(hand.claim, settlements, now);
  hand.accepted += came.filter(({ outcome }) => outcome.kind === 'accepted').length;
}

/** Before it is settled: after a kill between the two the journal settles it again. */
async function suppressGone({ deps }: Pump, hand: Hand, came: readonly Came[]): Promise<void> {
  const gone = came.flatMap(({ deliveryId, outcome }) =>
    outcome.kind !== 'not-begun' && suppresses(outcome)
      ? (hand.out.get(deliveryId)?.subscriberId ?? [])
      : [],
  );
  if (gone.length === 0) return;
  await deps
    .onHardBounce(gone, hand.claim.editionId)
    .catch((error: unknown) => deps.log.error(LOG_EVENTS.bug, error, { where: 'hard bounce' }));
}

type Before = Pick<DueDelivery, 'attempt' | 'firstTriedAt'>;

function changeAfter(
  before: Before,
  outcome: Outcome | NotBegun,
  world: { now: number; random: number },
): DeliveryChange {
  if (outcome.kind !== 'not-begun') return afterOutcome(before, outcome, world);
  // Composing failed on this reader's own values, and would for ever.
  if (outcome.because === 'unfit') {
    return afterOutcome(before, { kind: 'skipped', because: 'bad-address' }, world);
  }
  return untried(before);
}

/** As it was before it was marked. */
export const untried = ({ attempt, firstTriedAt }: Before): DeliveryChange => ({
  state: 'pending',
  attempt,
  firstTriedAt,
  dueAt: null,
  settledAt: null,
  because: null,
  reply: null,
});
