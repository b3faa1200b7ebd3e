import { endWithin, type TransportDay } from './day-limits';
import { MINUTE } from './minutes';
import type { Tally } from './tally';

export interface Pace {
  /** Messages accepted in the last full minute, or at the rate since the start if that is shorter ago. */
  readonly perMinute: number;
  /** When the last pending delivery will have been tried, ms since 1970; null if never at this pace. */
  readonly estimatedEnd: number | null;
}

/** Shorter than this says nothing about a minute. */
const LEAST_MS = 1000;

/**
 * How fast an edition that is being sent goes out, and until when. Deferred deliveries have times of
 * their own and are left out.
 *
 * @param now       ms since 1970
 * @param startedAt ms since 1970
 */
export function paceOf(
  tallies: readonly Tally[],
  {
    now,
    startedAt,
    transports,
  }: {
    readonly now: number;
    readonly startedAt: number;
    readonly transports: readonly TransportDay[];
  },
): Pace {
  const perMinute = Math.round(perMinuteNow(tallies, now, startedAt));
  const left = sum(tallies.filter(({ state }) => state === 'pending' || state === 'sending'));
  return { perMinute, estimatedEnd: endWithin(transports, { left, perMinute, now }) };
}

function perMinuteNow(tallies: readonly Tally[], now: number, startedAt: number): number {
  const accepted = tallies.filter(({ state }) => state === 'accepted');
  const thisMinute = Math.floor(now / MINUTE) * MINUTE;
  if (startedAt > thisMinute - MINUTE) {
    return (sum(accepted) * MINUTE) / Math.max(LEAST_MS, now - startedAt);
  }
  return sum(accepted.filter(({ minute }) => minute === thisMinute - MINUTE));
}

const sum = (tallies: readonly Tally[]): number =>
  tallies.reduce((total, { count }) => total + count, 0);
