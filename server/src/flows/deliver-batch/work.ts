import { obstacleFor } from '../../domain/delivery/obstacle';
import type { FullEdition } from '../../domain/editions/edition';
import { LOG_EVENTS } from '../../names';
import type { DueDelivery, Skipped } from '../../ports';
import { composer } from './compose';
import { unusedOfTheDay } from './day-rule';
import { admitted, noteSent } from './groups';
import { firstBack, nextLane, takenBy } from './lanes';
import { createNext, type Made, type Next } from './next';
import { paced } from './paced';
import { endHand, sharedNow, type Hand, type Pump } from './pump';
import { exchange, untried } from './settle';
import { settleIfNobodyMarks, takeOutcomes, type By } from './take-outcomes';

const AT_ONCE = 500;
/** Who left in the meantime is found within this: a reader is written to as they are known now. */
const FRESH_MS = 2_000;

/** Sends what is due in a batch, until nothing is or it is over. */
export async function workOn(pump: Pump, hand: Hand, edition: FullEdition): Promise<void> {
  const compose = composer(pump.deps, edition);
  const { audience } = edition.content;
  while (!hand.isOver) {
    const readAt = pump.deps.clock.now();
    const due = await pump.deps.ledger.findDue(hand.claim, audience, AT_ONCE);
    if (due.length === 0) return;
    await skipObstructed(pump, hand, due);
    const free = await admitted(
      pump,
      hand,
      due.filter(({ reader }) => obstacleFor(reader) === null),
    );
    const next = createNext(pump, hand, { free, compose });
    const { paces } = pump.groups;
    await sendAll(pump, hand, { next, readAt, paces }).finally(() => next.drop());
    settleIfNobodyMarks(pump);
  }
}

async function sendAll(pump: Pump, hand: Hand, due: Due): Promise<void> {
  const { next } = due;
  await next.make();
  await pump.turn.take(async () => {
    while (next.made.length > 0 && !hand.isOver && isFresh(pump, due)) {
      await sendNext(pump, hand, due);
      await next.make();
    }
  });
}

/** Nor has a group complained since: what is left of it waits. */
const isFresh = ({ deps, groups }: Pump, { readAt, paces }: Due): boolean =>
  Math.abs(deps.clock.now() - readAt) < FRESH_MS && groups.paces === paces;

async function skipObstructed(pump: Pump, { claim }: Hand, due: readonly DueDelivery[]) {
  const { deps } = pump;
  const skipped = due.flatMap(({ id, reader }): Skipped[] => {
    const because = obstacleFor(reader);
    return because ? [{ id, because }] : [];
  });
  if (skipped.length > 0) await deps.ledger.skip(claim, skipped, sharedNow(pump));
}

interface Due {
  readonly next: Next;
  readonly readAt: number;
  readonly paces: Pump['groups']['paces'];
}

/** Takes as many of what is made as there is room for, marks them and lets them go. */
async function sendNext(pump: Pump, hand: Hand, due: Due): Promise<void> {
  const { next } = due;
  const lane = await nextLane(pump);
  if (!lane) return endHand(hand, firstBack(pump));
  const places = Math.min(lane.window.places(), next.made.length);
  // Waiting for room can take long; what is taken of the rate must not be wasted.
  const mayGo = !hand.isOver && isFresh(pump, due);
  const group = next.made.splice(0, mayGo ? await paced(pump, { hand, lane }, places) : 0);
  const { day } = lane.inHand;
  const marked = await markWhileOpen(pump, hand, group);
  unusedOfTheDay(lane, day, group.length - marked.length);
  if (marked.length > 0) letGo(pump, { hand, lane, day }, marked);
}

function letGo(pump: Pump, by: By, marked: readonly Made[]): void {
  const { hand, lane } = by;
  const { sender, log } = pump.deps;
  for (const { delivery } of marked) hand.out.set(delivery.id, delivery);
  takenBy(pump, lane, marked.length);
  noteSent(
    pump,
    marked.map(({ delivery }) => delivery),
  );
  const sent = sender.send({
    transportId: lane.transport.id,
    messages: marked.map(({ message }) => message),
    beginBefore: hand.beginBefore,
    enough: lane.window.step(),
    onOutcomes: (settled) => takeOutcomes(pump, by, settled),
  });
  hand.sends.push(sent.catch((error: unknown) => log.error(LOG_EVENTS.bug, error)));
}

/** It may have ended while we marked: then nothing of it begins, and it is as if it had not been marked. */
async function markWhileOpen(pump: Pump, hand: Hand, group: readonly Made[]): Promise<Made[]> {
  const marked = await mark(pump, hand, group);
  // None of them: the edition is not being sent any more, or the batch is another's.
  if (group.length > 0 && marked.length === 0) hand.isOver = true;
  if (!hand.isOver || marked.length === 0) return marked;
  const changes = marked.map(({ delivery }) => ({ id: delivery.id, change: untried(delivery) }));
  const settling = [{ claim: hand.claim, settlements: changes }];
  await pump.deps.ledger.exchange(settling, null, sharedNow(pump));
  return [];
}

async function mark(pump: Pump, hand: Hand, group: readonly Made[]): Promise<Made[]> {
  if (group.length === 0) return [];
  const { claim } = hand;
  const ids = group.map(({ delivery }) => delivery.id);
  hand.isUnsure = true;
  const marked = new Set(await exchange(pump, { claim, ids }));
  hand.isUnsure = false;
  return group.filter(({ delivery }) => marked.has(delivery.id));
}
