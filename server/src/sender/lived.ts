/** How often the clock is looked at. */
const BEAT_MS = 500;

/**
 * A clock in ms that stands still while the process does: stopped by SIGSTOP, or on a machine that sleeps. A relay is
 * not slow because nobody listened to it.
 *
 * @param now a monotonic clock
 */
export function livedTime(now: () => number): { read(): number; beat(): void } {
  let lived = 0;
  let lookedAt = now();
  const beat = (): void => {
    const at = now();
    lived += Math.min(at - lookedAt, 2 * BEAT_MS);
    lookedAt = at;
  };
  return {
    beat,
    read: () => {
      beat();
      return lived;
    },
  };
}

/** Of this process, from now on. */
export function startLivedTime(): () => number {
  const time = livedTime(() => performance.now());
  setInterval(time.beat, BEAT_MS).unref();
  return time.read;
}
