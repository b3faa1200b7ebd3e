/**
 * Messages of a transport, or of all of them, stand on one line of time, each as long as the rate gives it; whoever sends
 * takes the next stretch of the line and begins when its time has come. Times in µs since 1970.
 *
 * In any second no more begin than the rate and two groups; a line that is asked for in time has no gaps.
 */
export interface RateAsk {
  readonly messages: number;
  readonly lines: readonly LineAsk[];
  /** How far ahead a stretch may be taken: whoever takes it may be gone by then. */
  readonly ahead: number;
}

/** A line the messages want to stand on; who asks for several gets the same place in all. */
export interface RateLine {
  /** A transport's id, or another name that is none. */
  readonly name: string;
  readonly perSecond: number;
  /** How many may be taken at once; a fortieth of a second's otherwise. */
  readonly atOnce?: number;
}

export interface LineAsk {
  readonly name: string;
  /** What the messages take on the line. */
  readonly length: number;
  /** How far behind now a stretch may begin: who asks late by so much makes up for it. */
  readonly behind: number;
  /** An end that lies further ahead was written by a clock that has been set back since. */
  readonly absurd: number;
}

/** What was found when the lines were asked. */
export interface RateAnswer {
  readonly isTaken: boolean;
  /** When the messages begin; if they were not taken, when they could have. */
  readonly begin: number;
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

/** How many are taken at once; at least one. @param perSecond messages, above 0 */
export const groupOf = (perSecond: number): number =>
  Math.max(1, Math.floor(perSecond * GROUP_SECONDS));

/**
 * @param lines at least one
 * @param most how many could begin now, at least 1
 * @param when `soon`: a stretch ahead is taken as well, and waited for; `now`: only what may begin at once
 */
export function askFor(
  lines: readonly RateLine[],
  most: number,
  when: 'soon' | 'now' = 'soon',
): RateAsk {
  const messages = lines.reduce((few, line) => Math.min(few, atOnce(line)), most);
  const ahead = when === 'soon' ? AHEAD : 0;
  return { messages, ahead, lines: lines.map((line) => lineAsk(line, messages)) };
}

const atOnce = ({ perSecond, atOnce: said }: RateLine): number => said ?? groupOf(perSecond);

function lineAsk(line: RateLine, messages: number): LineAsk {
  const { name, perSecond } = line;
  const each = SECOND / perSecond;
  const behind = Math.ceil(atOnce(line) * each);
  return {
    ...{ name, behind },
    length: Math.ceil(messages * each),
    absurd: AHEAD + 2 * SECOND + behind,
  };
}

export interface Extended {
  readonly begin: number;
  /** Where each line ends now; null: nothing was taken. */
  readonly ends: readonly number[] | null;
}

/**
 * The messages begin when all lines let them; a line that would have let them sooner keeps the time it may make up
 * for. The stores say the same in their language.
 */
export function extend(ends: readonly number[], now: number, { lines, ahead }: RateAsk): Extended {
  const starts = lines.map(({ behind, absurd }, at) => {
    const end = ends[at] ?? 0;
    return Math.max(end > now + absurd ? 0 : end, now - behind);
  });
  const begin = Math.max(...starts);
  if (begin > now + ahead) return { begin: begin - ahead, ends: null };
  const after = lines.map(({ behind, length }, at) => {
    return Math.max(starts[at] ?? 0, begin - behind) + length;
  });
  return { begin, ends: after };
}

export const grantOf = ({ messages }: RateAsk, { isTaken, begin, now }: RateAnswer): RateGrant => ({
  messages: isTaken ? messages : 0,
  waitMs: Math.max(0, Math.ceil((begin - now) / 1000)),
});
