import { dayAfter, dayLimit, hasDayRule } from '../../domain/delivery/warm-up';
import { dayOf } from '../../domain/subscribers/days';
import { LOG_EVENTS } from '../../names';
import type { Lane } from './lane';
import { endIfAllRest } from './lanes';
import { sharedNow, type Pump } from './pump';

/** Taken at once, so that the database is not asked for each group; small beside the day. */
const PART_OF_DAY = 1 / 50;
const AT_ONCE = 500;

/** How many of `most` the transport may begin today; 0: none, and it rests until tomorrow. */
export async function ofTheDay(pump: Pump, lane: Lane, most: number): Promise<number> {
  const { inHand, transport } = lane;
  if (!hasDayRule(transport)) return most;
  const now = sharedNow(pump);
  const day = dayOf(now);
  if (inHand.day !== day || inHand.messages === 0) {
    const messages = await takeSome(pump, lane, { day, most });
    Object.assign(inHand, { day, messages });
  }
  if (inHand.messages === 0) restUntilTomorrow(pump, lane, now);
  return Math.min(most, inHand.messages);
}

async function takeSome(
  { deps }: Pump,
  { transport }: Lane,
  { day, most }: { readonly day: string; readonly most: number },
): Promise<number> {
  const firstDay = await deps.days.firstDay(transport.id);
  const limit = dayLimit(transport, { firstDay, day });
  const some = Math.min(AT_ONCE, Math.floor((limit ?? Infinity) * PART_OF_DAY));
  return deps.days.take(transport.id, day, {
    // Counted also when the plan is over.
    limit: limit ?? Number.MAX_SAFE_INTEGER,
    most: Math.max(most, some),
  });
}

function restUntilTomorrow(pump: Pump, lane: Lane, now: number): void {
  lane.outUntil = dayAfter(now);
  pump.deps.log.info(LOG_EVENTS.transportDayOver, { transport: lane.transport.id });
  endIfAllRest(pump);
}

/** So many of them begin. */
export function usedOfTheDay({ inHand }: Lane, messages: number): void {
  inHand.messages = Math.max(0, inHand.messages - messages);
}

/** So many of that day have not begun after all, and may begin yet. */
export function unusedOfTheDay(lane: Lane, day: string, messages: number): void {
  const { inHand, transport } = lane;
  if (messages === 0 || inHand.day !== day || !hasDayRule(transport)) return;
  inHand.messages += messages;
  lane.outUntil = 0;
}

/** What this process has taken and will not use is there for the others. */
export async function giveDaysBack({ deps, lanes }: Pump): Promise<void> {
  for (const { inHand, transport } of lanes) {
    if (inHand.messages === 0 || !hasDayRule(transport)) continue;
    await deps.days.giveBack(transport.id, inHand.day, inHand.messages);
    inHand.messages = 0;
  }
}
