import type { MadeSource } from '../../domain/subscribers/made-source';
import { saidIn } from '../../domain/subscribers/voice';
import type { MadeSourceStore, Source, SourceHost } from '../../ports';

const NOBODY = { people: [], upTo: null };

/**
 * A source made in the admin. Its row is asked each time it is read, so that no process names people by a
 * mapping that was changed, or of a source that was removed, a moment ago in another.
 */
export function createMadeSource(
  { mapping, state }: MadeSource,
  host: Pick<SourceHost, 'open'>,
  store: Pick<MadeSourceStore, 'find'>,
): Source {
  const now = async (): Promise<Source | null> => {
    const made = await store.find(mapping.id);
    return made?.state === 'live' ? host.open(made.mapping) : null;
  };
  return {
    id: mapping.id,
    listId: mapping.list,
    peopleOf: mapping.contentType,
    isMade: true,
    says: saidIn(mapping.fields),
    isRemoved: state !== 'live',
    read: async (after, limit) => (await (await now())?.read(after, limit)) ?? NOBODY,
    readSome: async (ids) => (await (await now())?.readSome(ids)) ?? [],
    count: async () => (await (await now())?.count()) ?? 0,
  };
}
