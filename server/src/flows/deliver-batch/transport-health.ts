import type { TroubleReason } from '../../domain/delivery/outcome';
import { pauseSetting, readPause, restAfter } from '../../domain/delivery/transport-pause';
import { LOG_EVENTS } from '../../names';
import type { NotBegun } from '../../ports';
import type { Lane } from './lane';
import { endIfAllRest, firstBack } from './lanes';
import { endHand, sharedNow, type Hand, type Pump } from './pump';

/**
 * Until when nothing can go out, as any worker has last seen it; 0 if something can. When the first of the
 * transports is back it goes on.
 */
export async function restsUntil(pump: Pump): Promise<number> {
  for (const lane of pump.lanes) {
    lane.pause = readPause(await pump.deps.settings.get(pauseSetting(lane.transport.id)));
  }
  return firstBack(pump);
}

/** The transport rests, in every process; the readers have no part in it. */
export async function rest(pump: Pump, lane: Lane, because: TroubleReason): Promise<void> {
  const { chance, log } = pump.deps;
  const now = sharedNow(pump);
  const pause = restAfter(lane.pause, because, { now, random: chance.number() });
  if (pause === lane.pause) return;
  lane.pause = pause;
  endIfAllRest(pump);
  log.warn(LOG_EVENTS.transportTrouble, {
    transport: lane.transport.id,
    because,
    restsMs: pause.until - now,
  });
  await remember(pump, lane);
}

/** A message was accepted: the next trouble begins with a short rest. */
export async function tellWell(pump: Pump, lane: Lane): Promise<void> {
  if (!lane.pause || lane.pause.until > sharedNow(pump)) return;
  lane.pause = null;
  pump.deps.log.info(LOG_EVENTS.transportWell, { transport: lane.transport.id });
  await remember(pump, lane);
}

const remember = (pump: Pump, { pause, transport }: Lane): Promise<void> =>
  pump.deps.settings.set(pauseSetting(transport.id), pause, 'house', sharedNow(pump));

/** After a crash of the thread, or a full disk, everybody would only meet it again at once. */
const SHORT_REST_MS: Partial<Record<NotBegun['because'], number>> = {
  crashed: 5_000,
  'no-journal': 60_000,
};

/** Why a message did not begin says whether the rest of the batch may. */
export function heedNotBegun(
  pump: Pump,
  { hand, lane }: { readonly hand: Hand; readonly lane: Lane },
  because: NotBegun['because'],
): void {
  const { clock, log } = pump.deps;
  const now = sharedNow(pump);
  if (because === 'unfit') return;
  // It goes out by another.
  if (because === 'trouble' && firstBack(pump) === 0) return;
  if (because === 'late' && hand.beginBefore > clock.now()) return;
  const restMs = SHORT_REST_MS[because];
  if (restMs === undefined) return endHand(hand);
  if (hand.isOver && hand.notBefore > now) return;
  endHand(hand, now + restMs);
  log.warn(LOG_EVENTS.transportTrouble, { transport: lane.transport.id, because, restsMs: restMs });
}
