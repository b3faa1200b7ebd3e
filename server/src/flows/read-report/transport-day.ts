import { hasDayRule, type DayRule } from '../../domain/delivery/warm-up';
import type { TransportDay } from '../../domain/reports/day-limits';
import { dayOf } from '../../domain/subscribers/days';
import type { DayStore } from '../../ports';

/** What a transport may begin today, and has. @param now ms since 1970 */
export const readTransportDay = async (
  days: Pick<DayStore, 'firstDay' | 'used'>,
  { id, ...rule }: DayRule & { readonly id: string },
  now: number,
): Promise<TransportDay> =>
  hasDayRule(rule)
    ? { id, rule, firstDay: await days.firstDay(id), used: await days.used(id, dayOf(now)) }
    : { id, rule, firstDay: null, used: 0 };
