import type { List } from '../../../../server/src/contracts/people';

/** Those left out of a list by reason, over all its sources; the most first. */
export function leftOutOf({ sources }: List): Readonly<Record<string, number>> {
  const sums = new Map<string, number>();
  for (const { leftOut } of sources) {
    for (const [reason, count] of Object.entries(leftOut)) {
      sums.set(reason, (sums.get(reason) ?? 0) + count);
    }
  }
  return Object.fromEntries(
    [...sums].filter(([, count]) => count > 0).sort(([, a], [, b]) => b - a),
  );
}
