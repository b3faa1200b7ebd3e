import type { SourcePerson } from '../../domain/subscribers/subscriber';
import type { SourcePage } from '../../ports';

/** Where every row is somebody who counts. */
export const pageOf = (people: readonly SourcePerson[]): SourcePage => ({
  people,
  upTo: people.at(-1)?.externalId ?? null,
});
