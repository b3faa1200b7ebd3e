/**
 * Messages of a transport stand on one line of time, each as long as the rate gives it; whoever sends
 * takes the next stretch of the line and begins when its time has come. Times in µs since 1970.
 *
 * In any second no more begin than the rate and two groups; a line that is asked for in time has no gaps.
 */
export interface RateAsk {
  readonly messages: number;
  /** What they take on the line. */
  readonly length: number;
  /** How far behind now a stretch may begin: who asks late by so much makes up for it. */
  readonly behind: number;
  /** How far ahead a stretch may be taken: whoever takes it may be gone by then. */
  readonly ahead: number;
  /** An end that lies further ahead was written by a clock that has been set back since. */
  readonly absurd: number;
}

/** What was found when the line was asked. */
export interface RateAnswer {
  readonly isTaken: boolean;
  /** Where the line ends now. */
  readonly end: number;
  readonly now: number;
}

export interface RateGrant {
  /** 0: the next stretch is too far ahead yet; ask again. */
  readonly messages: number;
  /** ms. */
  readonly waitMs: number;
}

const SECOND = 1_000_000;
/** A fortieth of a second: small beside the rate, and a round trip beside it is small. */
const GROUP_SECONDS = 1 / 40;
const AHEAD = SECOND / 2;

/** How many are taken at once; at least one. @param perSecond messages, at least 1 */
export const groupOf = (perSecond: number): number =>
  Math.max(1, Math.floor(perSecond * GROUP_SECONDS));

/** @param most how many could begin now, at least 1 */
export function askFor(perSecond: number, most: number): RateAsk {
  const group = groupOf(perSecond);
  const messages = Math.min(most, group);
  const each = SECOND / perSecond;
  return {
    messages,
    length: Math.ceil(messages * each),
    behind: Math.ceil(group * each),
    ahead: AHEAD,
    absurd: AHEAD + 2 * SECOND,
  };
}

/** The end of the line after a stretch was taken, if one may be; the stores say the same in their language. */
export function extend(end: number, now: number, ask: RateAsk): number | null {
  const isAbsurd = end > now + ask.absurd;
  if (end > now + ask.ahead && !isAbsurd) return null;
  return Math.max(isAbsurd ? 0 : end, now - ask.behind) + ask.length;
}

export function grantOf(ask: RateAsk, { isTaken, end, now }: RateAnswer): RateGrant {
  const begin = isTaken ? end - ask.length : end - ask.ahead;
  return {
    messages: isTaken ? ask.messages : 0,
    waitMs: Math.max(0, Math.ceil((begin - now) / 1000)),
  };
}
