import type { Outcome } from '../../domain/delivery/outcome';
import { LOG_EVENTS } from '../../names';
import type { NotBegun, Settled } from '../../ports';
import type { Lane } from './lane';
import { isAnyDry } from './lanes';
import type { Hand, Pump } from './pump';
import { settleAll } from './settle';
import { heedNotBegun, rest, tellWell } from './transport-health';

/** In whose hand and by which transport messages went out. */
export interface By {
  readonly hand: Hand;
  readonly lane: Lane;
}

/**
 * Keeps outcomes until the wire runs dry, so that one transaction settles many: that of the next group, if
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
  for (const { outcome } of settled) {
    if (outcome.kind === 'accepted' && !lane.pause) continue;
    hand.sends.push(logged(pump, heed(pump, by, outcome)));
  }
  lane.window.came(settled.length);
  settleIfNobodyMarks(pump);
  return taken;
}

/** Whoever marks settles too, and does so as soon as the wire runs dry. */
export function settleIfNobodyMarks(pump: Pump): void {
  if (!pump.turn.isTaken() && isAnyDry(pump)) void logged(pump, settleAll(pump));
}

async function heed(pump: Pump, by: By, outcome: Outcome | NotBegun): Promise<void> {
  if (outcome.kind === 'not-begun') heedNotBegun(pump, by, outcome.because);
  if (outcome.kind === 'trouble') await rest(pump, by.lane, outcome.because);
  if (outcome.kind === 'accepted') await tellWell(pump, by.lane);
}

const logged = (pump: Pump, work: Promise<void>): Promise<void> =>
  work.catch((error: unknown) => pump.deps.log.error(LOG_EVENTS.bug, error));
