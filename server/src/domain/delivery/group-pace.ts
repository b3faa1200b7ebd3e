import { createHash } from 'node:crypto';
import { TROUBLE_REASONS, type Outcome, type Reply, type TroubleReason } from './outcome';
import type { RateLine } from './rate';
import { isGreylisting } from './replies';

/** How a group of recipient domains may be written to after it has complained. Times in ms since 1970. */
export interface GroupPace {
  /** Why: `slow-down` was asked for, or it refused us for what we are. */
  readonly because: GroupReason;
  /** Messages a second, as of `changedAt`. */
  readonly perSecond: number;
  /** As fast as it was when the first complaint came: there it is free again. */
  readonly freeAt: number;
  readonly changedAt: number;
  /** When the first of these complaints came. */
  readonly since: number;
  /** Nothing goes out to it before. */
  readonly restsUntil: number;
  /** Refusals in a row. */
  readonly times: number;
}

export type GroupReason = 'slow-down' | Extract<TroubleReason, 'policy' | 'reputation'>;

const LEAST = 0.1;
/** Answers to what was on the wire at the first complaint are part of it. */
const SAME_COMPLAINT_MS = 10_000;
const RECOVER_EVERY_MS = 60_000;
const RECOVER_BY = 1.25;
const FIRST_REST_MS = 15 * 60_000;
const LONGEST_REST_MS = 4 * 60 * 60_000;

/** 421, or 4.7.x: too fast for it (Google's 4.7.28). Greylisting means this message alone. */
export const asksToSlowDown = (outcome: Outcome): boolean =>
  outcome.kind === 'deferred' && outcome.reply !== null && isSlowDown(outcome.reply);

const isSlowDown = (reply: Reply): boolean =>
  !isGreylisting(reply) &&
  (reply.code === 421 ||
    /^4\.7\./.test(reply.enhanced ?? '') ||
    (reply.code < 500 && /\brate limit|too (many|fast|quickly)|throttl/i.test(reply.text)));

/** A refusal of ours for what we are, when it was known for whom: its provider's, not the relay's. */
export const refusesUs = (
  outcome: Outcome,
): outcome is Extract<Outcome, { kind: 'trouble' }> & { because: 'policy' | 'reputation' } =>
  outcome.kind === 'trouble' &&
  (outcome.because === 'policy' || outcome.because === 'reputation') &&
  outcome.reply !== null &&
  ['rcpt', 'data', 'dot'].includes(outcome.reply.stage);

/** Half as fast as it was. @param seen messages a second that it got lately */
export function slower(before: GroupPace | null, now: number, seen: number): GroupPace {
  const current = before === null ? null : perSecondAt(before, now);
  if (before && current !== null) {
    if (now - before.changedAt < SAME_COMPLAINT_MS) return before;
    return { ...before, perSecond: Math.max(LEAST, current / 2), changedAt: now };
  }
  const was = Math.max(seen, 2 * LEAST);
  return {
    ...{ because: 'slow-down', perSecond: was / 2, freeAt: was },
    ...{ changedAt: now, since: now, restsUntil: 0, times: 0 },
  };
}

/**
 * It rests for 15 min, 30 min, 1 h … up to 4 h, each up to 20 % longer by chance, and begins anew slowly.
 *
 * @param random a number in [0, 1)
 */
export function rested(
  before: GroupPace | null,
  because: 'policy' | 'reputation',
  { now, seen, random }: { readonly now: number; readonly seen: number; readonly random: number },
): GroupPace {
  if (before && before.restsUntil > now) return before;
  const { times: so = 0, ...slow } = { ...slower(before, now, seen) };
  const rest = Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** so) * (1 + 0.2 * random);
  const restsUntil = now + Math.round(rest);
  return { ...slow, because, times: so + 1, restsUntil, changedAt: restsUntil };
}

/**
 * Messages a second it may get; a quarter more with each minute without a complaint. Null: it is as fast as it
 * was, and free.
 */
export function perSecondAt(
  { perSecond, freeAt, changedAt }: GroupPace,
  now: number,
): number | null {
  const minutes = Math.max(0, Math.floor((now - changedAt) / RECOVER_EVERY_MS));
  const recovered = perSecond * RECOVER_BY ** minutes;
  return recovered >= freeAt ? null : recovered;
}

/** Long free, it is as if nothing had been. */
export const isOver = (pace: GroupPace, now: number): boolean =>
  pace.restsUntil <= now && perSecondAt(pace, now) === null;

const LOOK_AGAIN_MS = { least: 5_000, most: 10_000 };

/** When those of it that could not go out are looked at again, in ms from now. */
export function lookAgainAfter(perSecond: number, waiting: number): number {
  const { least, most } = LOOK_AGAIN_MS;
  return Math.min(most, Math.max(least, (waiting / perSecond) * 1000));
}

/**
 * Its line among the rates. What may go out until somebody looks again is taken at once: providers count by
 * minutes. A domain may be longer than what names a line.
 */
export const lineOf = (group: string, perSecond: number): RateLine => ({
  name: `d:${createHash('sha256').update(group).digest('hex').slice(0, 24)}`,
  perSecond,
  atOnce: Math.max(1, Math.floor((perSecond * LOOK_AGAIN_MS.most) / 1000)),
});

/** As it was stored; null if that cannot be read. */
export function readPace(stored: unknown): GroupPace | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { because, ...numbers } = stored as Record<keyof GroupPace, unknown>;
  const reason = ['slow-down' as const, ...TROUBLE_REASONS].find((known) => known === because);
  const names = ['perSecond', 'freeAt', 'changedAt', 'since', 'restsUntil', 'times'] as const;
  if (!isGroupReason(reason) || !names.every((name) => Number.isFinite(numbers[name]))) return null;
  const read = Object.fromEntries(names.map((name) => [name, Number(numbers[name])]));
  return { because: reason, ...(read as Omit<GroupPace, 'because'>) };
}

const isGroupReason = (reason: string | undefined): reason is GroupReason =>
  reason === 'slow-down' || reason === 'policy' || reason === 'reputation';
