import { afterOutcome, type DeliveryChange } from '../../domain/delivery/delivery';
import { averageWith } from '../../domain/delivery/in-flight';
import type { Outcome } from '../../domain/delivery/outcome';
import { suppresses } from '../../domain/delivery/replies';
import { LOG_EVENTS } from '../../names';
import type { DueDelivery, Marking, NotBegun, Settling } from '../../ports';
import type { DeliverDeps } from './deps';
import { sharedNow, type Came, type Hand, type Pump } from './pump';

/** Settles what came in all hands. */
export const settleAll = async (pump: Pump): Promise<void> => void (await exchange(pump, null));

interface Part {
  readonly hand: Hand;
  readonly came: readonly Came[];
}

/** Settles what came in all hands and marks what goes out next, in one transaction; ids of the marked. */
export async function exchange(pump: Pump, marking: Marking | null): Promise<string[]> {
  const parts = [...pump.hands]
    .map((hand) => ({ hand, came: hand.came.splice(0) }))
    .filter(({ came }) => came.length > 0);
  if (parts.length === 0 && !marking) return [];
  try {
    const marked = await write(pump, parts, marking);
    parts.forEach(conclude);
    return marked;
  } catch (error) {
    // The database is away: what came is kept, in memory and in the journal, for the next heartbeat.
    for (const { hand, came } of parts) hand.came.unshift(...came);
    throw error;
  }
}

async function write(
  pump: Pump,
  parts: readonly Part[],
  marking: Marking | null,
): Promise<string[]> {
  const { deps, tempo } = pump;
  const begunAt = deps.stopwatch();
  const now = sharedNow(pump);
  for (const part of parts) {
    const gone = goneOf(part);
    if (gone.length > 0) await onHardBounce(deps, gone, part.hand.claim.editionId);
  }
  const settling = parts.map((part) => settlingOf(pump, part, now));
  const marked = await deps.ledger.exchange(settling, marking, now);
  tempo.transactionMs = averageWith(tempo.transactionMs, deps.stopwatch() - begunAt);
  return marked;
}

function settlingOf({ deps }: Pump, { hand, came }: Part, now: number): Settling {
  const settlements = came.flatMap(({ deliveryId: id, outcome }) => {
    const before = hand.out.get(id);
    if (!before) return [];
    return [{ id, change: changeAfter(before, outcome, { now, random: deps.chance.number() }) }];
  });
  return { claim: hand.claim, settlements };
}

function conclude({ hand, came }: Part): void {
  for (const { deliveryId, outcome, taken } of came) {
    hand.out.delete(deliveryId);
    if (outcome.kind === 'accepted') hand.accepted += 1;
    taken();
  }
}

/** Suppressed before it is settled: after a kill between the two the journal settles it again. */
const goneOf = ({ hand, came }: Part): string[] =>
  came.flatMap(({ deliveryId, outcome }) =>
    outcome.kind !== 'not-begun' && suppresses(outcome)
      ? (hand.out.get(deliveryId)?.subscriberId ?? [])
      : [],
  );

/** What cannot be suppressed keeps nothing from being settled. */
export const onHardBounce = (
  deps: DeliverDeps,
  gone: readonly string[],
  editionId: string,
): Promise<void> =>
  deps
    .onHardBounce(gone, editionId)
    .catch((error: unknown) => deps.log.error(LOG_EVENTS.bug, error, { where: 'hard bounce' }));

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
