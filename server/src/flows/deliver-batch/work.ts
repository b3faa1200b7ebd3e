import { obstacleFor } from '../../domain/delivery/obstacle';
import type { FullEdition } from '../../domain/editions/edition';
import { LOG_EVENTS } from '../../names';
import type { DueDelivery, OutgoingMessage, Skipped } from '../../ports';
import { composer, type Compose } from './compose';
import { paced } from './paced';
import { sharedNow, type Hand, type Pump } from './pump';
import { exchange, untried } from './settle';
import { settleIfNobodyMarks, takeOutcomes } from './take-outcomes';

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
    const free = due.filter(({ reader }) => obstacleFor(reader) === null);
    await pump.turn.take(async () => {
      while (free.length > 0 && !hand.isOver && isFresh(pump, readAt)) {
        await sendNext(pump, hand, { free, readAt, compose });
      }
    });
    settleIfNobodyMarks(pump);
  }
}

const isFresh = ({ deps }: Pump, readAt: number): boolean =>
  Math.abs(deps.clock.now() - readAt) < FRESH_MS;

async function skipObstructed(pump: Pump, { claim }: Hand, due: readonly DueDelivery[]) {
  const { deps } = pump;
  const skipped = due.flatMap(({ id, reader }): Skipped[] => {
    const because = obstacleFor(reader);
    return because ? [{ id, because }] : [];
  });
  if (skipped.length > 0) await deps.ledger.skip(claim, skipped, sharedNow(pump));
}

interface Due {
  readonly free: DueDelivery[];
  readonly readAt: number;
  readonly compose: Compose;
}

/** Takes as many from `free` as there is room for, marks them and lets them go. */
async function sendNext(pump: Pump, hand: Hand, { free, readAt, compose }: Due): Promise<void> {
  const { deps, window } = pump;
  const places = Math.min(await window.room(), free.length);
  // Waiting for room can take long; what is taken of the rate must not be wasted.
  const mayGo = !hand.isOver && isFresh(pump, readAt);
  const group = free.splice(0, mayGo ? await paced(pump, hand, places) : 0);
  const marked = await markWhileOpen(pump, hand, group, compose);
  if (marked.length === 0) return;
  keepOut(hand, group, marked);
  window.sent(marked.length);
  const sent = deps.sender.send({
    transportId: deps.transport.id,
    messages: marked,
    beginBefore: hand.beginBefore,
    onOutcomes: (settled) => takeOutcomes(pump, hand, settled),
  });
  hand.sends.push(sent.catch((error: unknown) => deps.log.error(LOG_EVENTS.bug, error)));
}

function keepOut({ out }: Hand, group: readonly DueDelivery[], marked: readonly OutgoingMessage[]) {
  const ids = new Set(marked.map(({ deliveryId }) => deliveryId));
  for (const delivery of group) if (ids.has(delivery.id)) out.set(delivery.id, delivery);
}

/** It may have ended while we marked: then nothing of it begins, and it is as if it had not been marked. */
async function markWhileOpen(
  pump: Pump,
  hand: Hand,
  group: readonly DueDelivery[],
  compose: Compose,
): Promise<OutgoingMessage[]> {
  const messages = await composeAll(pump, hand, group, compose);
  const marked = await mark(pump, hand, messages);
  // None of them: the edition is not being sent any more, or the batch is another's.
  if (messages.length > 0 && marked.length === 0) hand.isOver = true;
  if (!hand.isOver || marked.length === 0) return marked;
  const ids = new Set(marked.map(({ deliveryId }) => deliveryId));
  const back = group.filter(({ id }) => ids.has(id));
  const changes = back.map((delivery) => ({ id: delivery.id, change: untried(delivery) }));
  const settling = [{ claim: hand.claim, settlements: changes }];
  await pump.deps.ledger.exchange(settling, null, sharedNow(pump));
  return [];
}

async function mark(pump: Pump, { claim }: Hand, messages: readonly OutgoingMessage[]) {
  if (messages.length === 0) return [];
  const ids = messages.map(({ deliveryId }) => deliveryId);
  const marked = new Set(await exchange(pump, { claim, ids }));
  return messages.filter(({ deliveryId }) => marked.has(deliveryId));
}

/** A seal that does not open costs its own reader the message, not everybody behind them. */
async function composeAll(
  pump: Pump,
  { claim }: Hand,
  group: readonly DueDelivery[],
  compose: Compose,
): Promise<OutgoingMessage[]> {
  const { deps } = pump;
  const messages: OutgoingMessage[] = [];
  const unfit: Skipped[] = [];
  for (const delivery of group) {
    try {
      messages.push(compose(delivery));
    } catch (error) {
      unfit.push({ id: delivery.id, because: 'bad-address' });
      deps.log.error(LOG_EVENTS.bug, error, { delivery: delivery.id });
    }
  }
  if (unfit.length > 0) await deps.ledger.skip(claim, unfit, sharedNow(pump));
  return messages;
}
