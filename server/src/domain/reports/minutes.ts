import type { Tally } from './tally';

/** What happened from `at` (ms since 1970) until the next point. */
export interface MinutePoint {
  readonly at: number;
  readonly accepted: number;
  readonly deferred: number;
  readonly rejected: number;
}

export const MINUTE = 60_000;
/** A day of minutes; a longer sending has points of two minutes, or three. */
const MOST_POINTS = 1440;

/**
 * Answers of relays over time, from the first to the last without a gap: minutes in which nothing
 * happened are zero. A delivery counts once, in the minute of its last answer.
 */
export function minutesOf(tallies: readonly Tally[]): MinutePoint[] {
  const answered = tallies.filter(isAnswered);
  if (answered.length === 0) return [];
  const times = answered.map(({ minute }) => minute);
  const from = times.reduce((least, time) => Math.min(least, time));
  const to = times.reduce((most, time) => Math.max(most, time));
  const step = MINUTE * Math.max(1, Math.ceil(((to - from) / MINUTE + 1) / MOST_POINTS));
  const points = Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, at) => ({
    at: from + at * step,
    accepted: 0,
    deferred: 0,
    rejected: 0,
  }));
  for (const { state, minute, count } of answered) {
    const point = points[Math.floor((minute - from) / step)];
    if (point) point[state] += count;
  }
  return points;
}

type Answered = Tally & {
  readonly state: 'accepted' | 'deferred' | 'rejected';
  readonly minute: number;
};

const isAnswered = (tally: Tally): tally is Answered =>
  tally.minute !== null && ['accepted', 'deferred', 'rejected'].includes(tally.state);
