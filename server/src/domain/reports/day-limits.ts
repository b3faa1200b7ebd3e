import { dayAfter, dayLimit, type DayRule, hasDayRule } from '../delivery/warm-up';
import { dayOf } from '../subscribers/days';
import { MINUTE } from './minutes';

/** What a transport may begin in a day, and has. */
export interface TransportDay {
  readonly id: string;
  readonly rule: DayRule;
  /** The first day it sent by its rule, as `2026-11-27`; null: none yet. */
  readonly firstDay: string | null;
  /** Messages it has begun today. */
  readonly used: number;
}

/** Further ahead nobody plans. */
const MOST_DAYS = 400;

/**
 * When so many messages will have begun, at this pace and with no more on a day than the transports may begin
 * together; null if never, or not for a year. Where nothing goes out since today is full, the days to come are
 * taken to be filled at once.
 *
 * @param now ms since 1970
 */
export function endWithin(
  transports: readonly TransportDay[],
  {
    left,
    perMinute,
    now,
  }: { readonly left: number; readonly perMinute: number; readonly now: number },
): number | null {
  if (left === 0) return now;
  if (perMinute === 0 && roomOn(transports, now, now) > 0) return null;
  const pace = perMinute === 0 ? Infinity : perMinute;
  let rest = left;
  let at = now;
  for (let day = 0; day < MOST_DAYS; day += 1, at = dayAfter(at)) {
    const inTime = (pace * (dayAfter(at) - at)) / MINUTE;
    const some = Math.min(roomOn(transports, at, now), inTime);
    if (rest <= some) return at + Math.ceil((rest / pace) * MINUTE);
    rest -= some;
  }
  return null;
}

/** Those that have begun as much today as they may. */
export const fullAmong = (transports: readonly TransportDay[], now: number): TransportDay[] =>
  transports.filter((transport) => roomOn([transport], now, now) === 0);

function roomOn(transports: readonly TransportDay[], at: number, now: number): number {
  const [day, today] = [dayOf(at), dayOf(now)];
  return transports.reduce((room, { rule, firstDay, used }) => {
    const limit = hasDayRule(rule) ? dayLimit(rule, { firstDay: firstDay ?? today, day }) : null;
    return room + Math.max(0, (limit ?? Infinity) - (day === today ? used : 0));
  }, 0);
}
