import type { Outcome } from '../../domain/delivery/outcome';
import { namedTheReader } from '../../domain/delivery/delivery';
import { asksToSlowDown, refusesUs } from '../../domain/delivery/group-pace';
import { LOG_EVENTS } from '../../names';
import type { Settled } from '../../ports';
import { unusedOfTheDay } from './day-rule';
import { heedGroup } from './groups';
import type { Lane } from './lane';
import { isAnyWorthAStep } from './lanes';
import type { Hand, Pump } from './pump';
import { settleAll } from './settle';
import { heedNotBegun, rest, tellWell } from './transport-health';

/** In whose hand and by which transport messages went out. */
export interface By {
  readonly hand: Hand;
  readonly lane: Lane;
  /** Of whose messages they are, if the transport's are counted by days. */
  readonly day: string;
}

/**
 * Keeps outcomes until some have come together, so that one transaction settles many: that of the next group, if
 * there is one. What they say of the transport is heeded at once: what they settle back to pending must
 * not go out again first.
 */
export function takeOutcomes(pump: Pump, by: By, settled: readonly Settled[]): Promise<void> {
  const { hand, lane } = by;
  const taken = new Promise<void>((resolve) => {
    let left = settled.length;
    const one = (): void => {
      left -= 1;
      if (left === 0) resolve();
    };
    hand.came.push(...settled.map((each) => ({ ...each, taken: one })));
  });
  for (const one of settled) {
    if (one.outcome.kind === 'accepted' && !lane.pause && lane.refusing.size === 0) continue;
    hand.sends.push(logged(pump, heed(pump, by, one)));
  }
  lane.window.came(settled.length);
  settleIfNobodyMarks(pump);
  return taken;
}

/** Whoever marks settles too, and does so as soon as it is worth while. */
export function settleIfNobodyMarks(pump: Pump): void {
  if (!pump.turn.isTaken() && isAnyWorthAStep(pump)) void logged(pump, settleAll(pump));
}

async function heed(pump: Pump, by: By, { deliveryId, outcome }: Settled): Promise<void> {
  if (hasNotBegun(outcome)) unusedOfTheDay(by.lane, by.day, 1);
  const domain = by.hand.out.get(deliveryId)?.domain ?? null;
  if (outcome.kind === 'not-begun') return heedNotBegun(pump, by, outcome.because);
  if (outcome.kind === 'accepted') {
    by.lane.refusing.clear();
    return tellWell(pump, by.lane);
  }
  if (domain !== null && asksToSlowDown(outcome)) return heedGroup(pump, domain, 'slow-down');
  if (outcome.kind === 'trouble') await heedTrouble(pump, by, { domain, outcome });
}

/** The relay has heard of no reader. */
const hasNotBegun = (outcome: Settled['outcome']): boolean =>
  outcome.kind === 'not-begun' || (outcome.kind === 'trouble' && !namedTheReader(outcome));

/** So many providers that refuse us, one after the other, are not the ones to be mended. */
const ALL_REFUSE = 3;

interface Refused {
  readonly domain: string | null;
  readonly outcome: Extract<Outcome, { kind: 'trouble' }>;
}

async function heedTrouble(pump: Pump, { lane }: By, { domain, outcome }: Refused): Promise<void> {
  if (domain === null || !refusesUs(outcome)) return rest(pump, lane, outcome.because);
  lane.refusing.add(domain);
  if (lane.refusing.size >= ALL_REFUSE) await rest(pump, lane, outcome.because);
  await heedGroup(pump, domain, outcome.because);
}

const logged = (pump: Pump, work: Promise<void>): Promise<void> =>
  work.catch((error: unknown) => pump.deps.log.error(LOG_EVENTS.bug, error));
