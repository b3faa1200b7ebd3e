import type { ManageDeps } from './deps';

/**
 * Other sources over the same people are asked again: there the person may have another address, under which
 * nobody left. Not only those that name them now, since a sync may be about to.
 */
export async function stirKin(deps: ManageDeps, ids: readonly string[]): Promise<void> {
  const there = new Set(deps.sourcesOfLists().map(({ id }) => id));
  const others = (await deps.kin.othersOf(ids)).filter(({ sourceId }) => there.has(sourceId));
  if (others.length > 0) await deps.outbox.add(others, deps.clock.now());
}
