import type { Asking } from '../domain/access/asking';
import { ok, refuse } from '../domain/result';
import type { People } from './people';

/** Lists, subscribers and suppressions as the admin sees them. */
export function peopleRooms(people: People, reconcile: (id: string) => void) {
  return {
    people: {
      ...people.read,
      erase: (id: string, by: Asking, why: { readonly reason: string }) =>
        people.manage.erase(id, by, why.reason),
    },
    lists: {
      all: people.read.lists,
      find: people.read.findList,
      names: async () => new Map((await people.lists.all()).map(({ id, name }) => [id, name])),
      sizes: people.read.sizes,
      leftOut: people.read.leftOut,
      sync: async (id: string, _by: Asking) => {
        const list = await people.lists.find(id);
        if (!list) return refuse('no-such-list' as const);
        const sources = people.sourcesOfLists().filter(({ listId }) => listId === id);
        // The run is there before the answer is, so that the page that looks next sees it.
        for (const source of sources) await people.sync.begin(source.id);
        for (const source of sources) reconcile(source.id);
        return ok(null);
      },
      letGo: async (listId: string, by: Asking, stopped: { readonly run: string }) => {
        const answer = await people.sync.letGo({ listId, runId: stopped.run }, by);
        if (!answer.ok) return answer;
        reconcile(answer.value.sourceId);
        return ok(null);
      },
      keep: async (listId: string, by: Asking, stopped: { readonly run: string }) => {
        const answer = await people.sync.keep({ listId, runId: stopped.run }, by);
        return answer.ok ? ok(null) : answer;
      },
    },
    segments: people.segments,
    suppressions: {
      list: people.suppressions.list,
      add: (by: Asking, what: { readonly address: string; readonly note: string | null }) =>
        people.manage.suppress(what.address, by, what.note),
      lift: (hash: string, by: Asking) => people.manage.lift(hash, by),
    },
  };
}
