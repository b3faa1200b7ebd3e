import type { Report } from '../../../../server/src/contracts/reports';

export type Minute = Report['minutes'][number];

export interface Buckets {
  /** Minutes in one bucket. */
  readonly minutes: number;
  readonly points: readonly Minute[];
}

const MINUTE_MS = 60_000;
const SIZES = [1, 5, 10, 30, 60, 240, 1440] as const;

/** Puts minutes together until at most `most` are left to draw. `at` is the beginning of each. */
export function bucketed(minutes: readonly Minute[], most: number): Buckets {
  const span = spanOf(minutes);
  const size = SIZES.find((one) => span / one <= most) ?? 1440;
  const points = new Map<number, Minute>();
  for (const minute of minutes) {
    const at = Math.floor(minute.at / (size * MINUTE_MS)) * size * MINUTE_MS;
    points.set(at, added(points.get(at) ?? { at, accepted: 0, deferred: 0, rejected: 0 }, minute));
  }
  return { minutes: size, points: [...points.values()].sort((a, b) => a.at - b.at) };
}

function spanOf(minutes: readonly Minute[]): number {
  if (minutes.length === 0) return 0;
  const times = minutes.map(({ at }) => at);
  return (Math.max(...times) - Math.min(...times)) / MINUTE_MS + 1;
}

const added = (sum: Minute, one: Minute): Minute => ({
  at: sum.at,
  accepted: sum.accepted + one.accepted,
  deferred: sum.deferred + one.deferred,
  rejected: sum.rejected + one.rejected,
});
