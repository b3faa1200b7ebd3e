const FIRST_WAIT_S = 30 * 60;
const LONGEST_WAIT_S = 4 * 60 * 60;
const GIVE_UP_AFTER_MS = 72 * 60 * 60 * 1000;

/**
 * Seconds to wait before the next try: 30 min, 1 h, 2 h, then 4 h each time, ±10 %.
 *
 * RFC 5321 §4.5.4.1 asks for at least 30 minutes between tries. The jitter keeps a thousand deferred
 * messages from coming back in the same second. After a greylisting answer it only ever adds, up to
 * 20 %: who comes back too early is made to wait again.
 *
 * @param tries  already made, 1 or more
 * @param random a number in [0, 1)
 * @throws RangeError if tries is below 1
 */
export function secondsUntilRetry(
  tries: number,
  random: number,
  { greylisted = false }: { greylisted?: boolean } = {},
): number {
  if (tries < 1) throw new RangeError(`tries must be 1 or more, got ${tries}`);
  const wait = Math.min(FIRST_WAIT_S * 2 ** (tries - 1), LONGEST_WAIT_S);
  return Math.round(wait * ((greylisted ? 1 : 0.9) + 0.2 * random));
}

/** Whether 72 h have passed since the first try: a newsletter that late is news no more. In ms. */
export const gaveUp = (firstTriedAt: number, now: number): boolean =>
  now - firstTriedAt >= GIVE_UP_AFTER_MS;
