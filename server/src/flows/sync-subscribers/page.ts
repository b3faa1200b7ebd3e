import type { SyncRun } from '../../domain/subscribers/sync-run';
import type { SourcePerson } from '../../domain/subscribers/subscriber';
import type { Source } from '../../ports';
import type { SyncDeps } from './deps';
import { once } from './once';
import { rowHashOf, weigh, type Weighed } from './weigh';

/** Where in a run a page was read. */
export type Place = Pick<SyncRun, 'cursor' | 'epoch'>;

/** The next people of a source. */
export interface Page {
  readonly place: Place;
  /** Read before its turn, while the page before was being written. */
  readonly isAhead: boolean;
  readonly people: readonly Met[];
  /** Null: this is its end. */
  readonly upTo: string | null;
  /** At the end, how many it has without an id. */
  readonly unnamed: number;
}

export interface Met {
  readonly person: SourcePerson;
  /** Worked out once, when it is first asked for. */
  rowHash(): string;
  /** As above. */
  weighed(): Weighed;
}

export async function readPage(
  { keys, pace }: Pick<SyncDeps, 'keys' | 'pace'>,
  source: Source,
  place: Place,
  isAhead = false,
): Promise<Page> {
  const { people, upTo } = await source.read(place.cursor, pace.people);
  const unnamed = upTo === null ? await source.countUnnamed?.() : 0;
  const met = people.map((person) => metBy(person, keys));
  return { place, isAhead, people: met, upTo, unnamed: unnamed ?? 0 };
}

function metBy(person: SourcePerson, keys: SyncDeps['keys']): Met {
  const rowHash = once(() => rowHashOf(person, keys));
  return { person, rowHash, weighed: once(() => weigh(person, keys, rowHash())) };
}
