import type { TroubleReason } from '../../domain/delivery/outcome';
import { pauseSetting, readPause, restAfter } from '../../domain/delivery/transport-pause';
import { LOG_EVENTS } from '../../names';
import type { NotBegun } from '../../ports';
import { endAll, endHand, sharedNow, type Hand, type Pump } from './pump';

/** Until when the transport rests, as any worker has last seen it; 0 if it does not. */
export async function restsUntil(pump: Pump): Promise<number> {
  const { deps } = pump;
  pump.pause = readPause(await deps.settings.get(pauseSetting(deps.transport.id)));
  return pump.pause?.until ?? 0;
}

/** The transport rests, in every process; the readers have no part in it. */
export async function rest(pump: Pump, because: TroubleReason): Promise<void> {
  const { chance, transport, log } = pump.deps;
  const now = sharedNow(pump);
  const pause = restAfter(pump.pause, because, { now, random: chance.number() });
  if (pause === pump.pause) return;
  pump.pause = pause;
  endAll(pump, pause.until);
  log.warn(LOG_EVENTS.transportTrouble, {
    transport: transport.id,
    because,
    restsMs: pause.until - now,
  });
  await remember(pump);
}

/** A message was accepted: the next trouble begins with a short rest. */
export async function tellWell(pump: Pump): Promise<void> {
  const { log, transport } = pump.deps;
  if (!pump.pause || pump.pause.until > sharedNow(pump)) return;
  pump.pause = null;
  log.info(LOG_EVENTS.transportWell, { transport: transport.id });
  await remember(pump);
}

const remember = (pump: Pump): Promise<void> => {
  const { settings, transport } = pump.deps;
  return settings.set(pauseSetting(transport.id), pump.pause, 'house', sharedNow(pump));
};

/** After a crash of the thread, or a full disk, everybody would only meet it again at once. */
const SHORT_REST_MS: Partial<Record<NotBegun['because'], number>> = {
  crashed: 5_000,
  'no-journal': 60_000,
};

/** Why a message did not begin says whether the rest of the batch may. */
export function heedNotBegun(pump: Pump, hand: Hand, because: NotBegun['because']): void {
  const { clock, log, transport } = pump.deps;
  const now = sharedNow(pump);
  if (because === 'unfit') return;
  if (because === 'late' && hand.beginBefore > clock.now()) return;
  const restMs = SHORT_REST_MS[because];
  if (restMs === undefined) return endHand(hand);
  if (hand.isOver && hand.notBefore > now) return;
  endHand(hand, now + restMs);
  log.warn(LOG_EVENTS.transportTrouble, { transport: transport.id, because, restsMs: restMs });
}
