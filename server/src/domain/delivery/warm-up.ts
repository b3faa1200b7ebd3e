/** A mail provider trusts an unknown sender a little more each day. */
export const WARM_UP_DAYS = 42;
const FIRST = 200;
const LAST = 200_000;

const DAY_MS = 24 * 60 * 60 * 1000;

/** When the day after an instant begins, in UTC: the one calendar all processes share. In ms since 1970. */
export const dayAfter = (at: number): number => (Math.floor(at / DAY_MS) + 1) * DAY_MS;

/** 1 on the first day of the plan. Days as `2026-11-27`. */
export const dayOfPlan = (firstDay: string, day: string): number =>
  Math.round((Date.parse(day) - Date.parse(firstDay)) / DAY_MS) + 1;

/**
 * How many messages may begin on a day of the plan: 200 on the first, 200,000 on the 42nd, each day about
 * a sixth more than the one before. Null once the plan is over.
 *
 * @param day of the plan; before its first it is as on the first
 */
export function warmUpLimit(day: number): number | null {
  if (day > WARM_UP_DAYS) return null;
  const part = (Math.max(1, day) - 1) / (WARM_UP_DAYS - 1);
  return Math.round(FIRST * (LAST / FIRST) ** part);
}

export interface DayRule {
  /** Messages a day. */
  readonly messagesPerDay?: number;
  /** `on`: from the first day the transport sends by this rule. */
  readonly warmUp?: WarmUp;
}

export type WarmUp = 'off' | 'on' | { readonly from: string };

/** What may begin on a day in all, by whichever of the two says less; null: as many as there are. */
export function dayLimit(
  rule: DayRule,
  { firstDay, day }: { readonly firstDay: string | null; readonly day: string },
): number | null {
  const from = planBegins(rule, firstDay ?? day);
  const limits = [
    rule.messagesPerDay ?? null,
    from === null ? null : warmUpLimit(dayOfPlan(from, day)),
  ].filter((limit) => limit !== null);
  return limits.length === 0 ? null : Math.min(...limits);
}

/** The day the plan begins; null without one. */
export function planBegins({ warmUp = 'off' }: DayRule, firstDay: string): string | null {
  if (warmUp === 'off') return null;
  return warmUp === 'on' ? firstDay : warmUp.from;
}

export const hasDayRule = ({ messagesPerDay, warmUp = 'off' }: DayRule): boolean =>
  messagesPerDay !== undefined || warmUp !== 'off';
