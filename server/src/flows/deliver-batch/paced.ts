import type { RateLine } from '../../domain/delivery/rate';
import { hasDayRule } from '../../domain/delivery/warm-up';
import { ofTheDay, usedOfTheDay } from './day-rule';
import type { Lane } from './lane';
import { endHand, sharedNow, type Pump } from './pump';
import type { By } from './take-outcomes';

type Who = Pick<By, 'hand' | 'lane'>;

/** The wakes come from the same place as the rates: until it is back, the batch is somebody else's. */
const UNKNOWN_MS = 5_000;
/** The line of all transports together; no transport can have that name. */
const ALL = '*';

/** Resolves when so many may begin: at most `most`, and 0 if none yet. */
export async function paced(pump: Pump, by: Who, most: number): Promise<number> {
  const lines = linesOf(pump, by.lane);
  if (most === 0) return 0;
  if (lines.length === 0 && !hasDayRule(by.lane.transport)) return most;
  const today = await ofTheDay(pump, by.lane, most);
  const messages = today === 0 || lines.length === 0 ? today : await inLine(pump, by, lines, today);
  usedOfTheDay(by.lane, messages);
  return messages;
}

async function inLine(
  pump: Pump,
  { hand, lane }: Who,
  lines: readonly RateLine[],
  most: number,
): Promise<number> {
  const { rates } = pump.deps;
  // Where there is another to send by, nobody waits for this one.
  const isAlone = pump.lanes.length === 1;
  const grant = await rates.take(lines, most, isAlone ? 'soon' : 'now');
  if (grant === null) endHand(hand, sharedNow(pump) + UNKNOWN_MS);
  if (grant === null || grant.waitMs === 0) return grant?.messages ?? 0;
  if (isAlone || grant.messages > 0) await rates.wait(grant.waitMs);
  else lane.readyAt = sharedNow(pump) + grant.waitMs;
  return grant.messages;
}

function linesOf({ deps }: Pump, { transport }: Lane): RateLine[] {
  const { messagesPerSecond: all } = deps;
  const { id, messagesPerSecond: own } = transport;
  return [
    ...(own === undefined ? [] : [{ name: id, perSecond: own }]),
    ...(all === undefined ? [] : [{ name: ALL, perSecond: all }]),
  ];
}
