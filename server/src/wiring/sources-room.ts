import type { Asking } from '../domain/access/asking';
import { ok } from '../domain/result';
import type { Meaning } from '../domain/subscribers/made-attributes';
import type { SourceWish } from '../domain/subscribers/made-source';
import type { People } from './people';

/** Sources as those make them who click. What was done counts here at once; elsewhere at the next tick. */
export function sourcesRoom(people: People, reconcile: (sourceId: string) => void) {
  const { keepSources, loadSources, sync } = people;
  /** The run is there before the answer is, so that the page that looks next sees it. */
  const begin = async (sourceId: string, allowed?: number): Promise<void> => {
    await loadSources();
    await sync.restart(sourceId, allowed);
    reconcile(sourceId);
  };
  return {
    types: keepSources.types,
    find: keepSources.find,
    tryOut: keepSources.tryOut,
    create: async (wish: SourceWish, by: Asking) => {
      const done = await keepSources.create(wish, by);
      if (done.ok) await begin(done.value.id);
      return done;
    },
    change: async (
      seen: { readonly id: string; readonly changedAt: number },
      wish: Meaning,
      by: Asking,
    ) => {
      const done = await keepSources.change(seen, wish, by);
      if (done.ok) await begin(seen.id);
      return done;
    },
    remove: async (id: string, { leaving }: { readonly leaving: number }, by: Asking) => {
      const done = await keepSources.remove(id, leaving, by);
      if (!done.ok) return done;
      await begin(id, done.value);
      return ok(null);
    },
  };
}
