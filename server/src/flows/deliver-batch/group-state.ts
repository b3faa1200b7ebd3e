import type { GroupPace } from '../../domain/delivery/group-pace';

/** Groups of recipient domains that have complained, and what went out to whom lately. */
export interface Groups {
  paces: ReadonlyMap<string, GroupPace>;
  readonly lately: Lately;
}

/** Messages by domain, in two halves of which the older is dropped. */
export interface Lately {
  since: number;
  now: Map<string, number>;
  before: Map<string, number>;
}

export const createGroups = (): Groups => ({
  paces: new Map(),
  lately: { since: 0, now: new Map(), before: new Map() },
});
