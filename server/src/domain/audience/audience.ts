import type { FrozenSegment, Segment } from '../segments/rule';

/**
 * Lists to include minus lists to leave out, and of those only who is in one of the segments, as a
 * definition. Frozen into deliveries when sending starts.
 */
export interface Audience {
  /** Ids of lists; at least one. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** By value; absent rather than empty: everybody. */
  readonly segments?: readonly FrozenSegment[];
}

/** An audience as a campaign names it. */
export interface WishedAudience {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Ids; none: everybody. */
  readonly segments: readonly string[];
}

/** The audience with its segments as they are now. @param found any segments; others are left out */
export function audienceOf(
  { include, exclude, segments }: WishedAudience,
  found: readonly Segment[],
): Audience {
  if (segments.length === 0) return { include, exclude };
  const named = segments.flatMap((id) => found.find((one) => one.id === id) ?? []);
  return { include, exclude, segments: named.map(({ id, name, rule }) => ({ id, name, rule })) };
}
