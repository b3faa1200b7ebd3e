import { endHand, sharedNow, type Hand, type Pump } from './pump';

/** The wakes come from the same place as the rates: until it is back, the batch is somebody else's. */
const UNKNOWN_MS = 5_000;

/** Resolves when so many may begin: at most `most`, and 0 if none yet. */
export async function paced(pump: Pump, hand: Hand, most: number): Promise<number> {
  const { rates, transport } = pump.deps;
  const { id, messagesPerSecond } = transport;
  if (messagesPerSecond === undefined || most === 0) return most;
  const messages = await rates.take(id, messagesPerSecond, most);
  if (messages === null) endHand(hand, sharedNow(pump) + UNKNOWN_MS);
  return messages ?? 0;
}
