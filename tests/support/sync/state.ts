import type { People } from '../../../server/src/wiring/people';

const LIST = 'newsletter';

/** Where a sync has led, as far as the one list goes. */
export interface State {
  /** Addresses of those on it, in the clear and in alphabetical order. */
  readonly list: readonly string[];
  /** Of everybody else whom a source names, why they are not. */
  readonly out: readonly string[];
  /** How many an edition would go to now: never other than who is on the list. */
  readonly readers: number;
}

export async function stateOf(people: People): Promise<State> {
  const found = await people.subscribers.list({ listId: LIST, limit: 2000 });
  const readers = await Promise.all(found.map(({ id }) => people.subscribers.reveal(id)));
  const sourceIds = people.sourcesOfLists().map(({ id }) => id);
  const claims = await people.claims.leftOut({ sourceIds, limit: 2000 });
  const count = await people.audience.count({ include: [LIST], exclude: [] });
  return {
    list: readers.map((reader) => reader?.address ?? 'nobody').sort(),
    out: claims.map(({ leftOut }) => leftOut ?? 'nothing').sort(),
    readers: count.readers,
  };
}
