import { choose, owedAfter, usable, type Choice } from '../../domain/delivery/choose-transport';
import { backAt, type Lane } from './lane';
import { endAll, sharedNow, type Pump } from './pump';

/** Waits until a transport has room and may begin something. Null: all of them rest. One at a time may ask. */
export async function nextLane(pump: Pump): Promise<Lane | null> {
  const [only, ...others] = pump.lanes;
  if (only && others.length === 0) {
    // Whether it rests is found by whoever meets the trouble, and by the next who takes up a batch.
    if (!only.window.isWorthAStep()) await only.window.room();
    return only;
  }
  for (;;) {
    const choices = choicesOf(pump);
    const chosen = choose(choices);
    if (chosen !== null) return pump.lanes[chosen] ?? null;
    const able = usable(choices).flatMap((at) => pump.lanes[at] ?? []);
    if (able.length === 0) return null;
    await Promise.race(able.map((lane) => untilReady(pump, lane)));
  }
}

const untilReady = async (pump: Pump, { window, readyAt }: Lane): Promise<void> => {
  const ms = readyAt - sharedNow(pump);
  if (window.isWorthAStep()) await pump.deps.rates.wait(Math.max(ms, 1));
  else await window.room();
};

function choicesOf(pump: Pump): Choice[] {
  const now = sharedNow(pump);
  return pump.lanes.map((lane) => ({
    weight: lane.transport.weight ?? 1,
    owed: lane.owed,
    rests: backAt(lane) > now,
    isFree: lane.readyAt <= now && lane.window.isWorthAStep(),
  }));
}

/** So many go out by it. */
export function takenBy(pump: Pump, lane: Lane, messages: number): void {
  lane.window.sent(messages);
  if (pump.lanes.length === 1) return;
  const owed = owedAfter(choicesOf(pump), pump.lanes.indexOf(lane), messages);
  for (const [at, each] of pump.lanes.entries()) each.owed = owed[at] ?? 0;
}

/** When the first of those that rest is back; 0 if one can be used. */
export function firstBack(pump: Pump): number {
  const first = Math.min(...pump.lanes.map(backAt));
  return first > sharedNow(pump) ? first : 0;
}

/** Nothing more is marked once all rest. */
export function endIfAllRest(pump: Pump): void {
  const back = firstBack(pump);
  if (back > 0) endAll(pump, back);
}

export const isAnyWorthAStep = ({ lanes }: Pump): boolean =>
  lanes.some(({ window }) => window.isWorthAStep());

export const connectionsOf = ({ deps }: Pump): number =>
  deps.transports.reduce((sum, { connections }) => sum + connections, 0);
