import { DELIVERY_STATES, type DeliveryState } from '../delivery/outcome';
import type { Tally } from './tally';

export type Counts = Readonly<Record<DeliveryState, number>>;

/** How many deliveries are in each state; the sum is the number of readers that were frozen. */
export function countsOf(tallies: readonly Tally[]): Counts {
  const counts = Object.fromEntries(DELIVERY_STATES.map((state) => [state, 0]));
  for (const { state, count } of tallies) counts[state] = (counts[state] ?? 0) + count;
  return counts as Counts;
}

export interface ReasonCount {
  readonly state: DeliveryState;
  readonly because: string;
  readonly count: number;
}

/** Why deliveries are where they are, the most frequent first. */
export function reasonsOf(tallies: readonly Tally[]): ReasonCount[] {
  const sums = new Map<string, ReasonCount>();
  for (const { state, because, count } of tallies) {
    if (because === null) continue;
    const key = `${state} ${because}`;
    sums.set(key, { state, because, count: count + (sums.get(key)?.count ?? 0) });
  }
  return [...sums.values()].sort((a, b) => b.count - a.count);
}
