import { OF_A_READER } from '../../domain/audit/entry';
import type { ManageDeps } from './deps';
import { stop } from './stop';

/** A reader on their way out of all lists. */
export interface Leaving {
  readonly subscriberId: string;
  readonly how: 'one-click' | 'page';
  /** The edition they left by. */
  readonly editionId?: string;
}

/** Whoever asks twice leaves by what they asked first. Returns the languages of those there are. */
export async function unsubscribe(
  deps: ManageDeps,
  leaving: readonly Leaving[],
): Promise<ReadonlyMap<string, string | null>> {
  const first = new Map([...leaving].reverse().map((one) => [one.subscriberId, one]));
  const locales = new Map<string, string | null>();
  for (const how of ['one-click', 'page'] as const) {
    const some = [...first.values()].filter((one) => one.how === how);
    if (some.length === 0) continue;
    const editions = new Map(
      some.flatMap(({ subscriberId, editionId }) => (editionId ? [[subscriberId, editionId]] : [])),
    );
    const ids = some.map(({ subscriberId }) => subscriberId);
    const found = await stop(deps, ids, { how, by: OF_A_READER, editions });
    for (const { id, locale } of found) locales.set(id, locale);
  }
  return locales;
}
