import type { MadeSource } from '../../domain/subscribers/made-source';
import type { SourceMapping } from '../../domain/subscribers/source-mapping';
import type { MadeSourceStore, Source, SourceHost, SourceOfList } from '../../ports';
import { createMadeSource } from './made';

/** A source of the configuration, which nothing but the configuration changes. */
export interface FixedSource {
  readonly source: Source;
  readonly contentType: string;
  /** How often everybody of it is gone through; absent: with all others. */
  readonly everyMinutes?: number;
  /** Of a content type: its rows are watched. */
  readonly mapping?: SourceMapping;
}

export interface SourceSetDeps {
  readonly fixed: readonly FixedSource[];
  readonly store: Pick<MadeSourceStore, 'all' | 'find'>;
  readonly host: Pick<SourceHost, 'open'>;
  /** Watches the rows of one source; answers what stops it. */
  watch(mapping: SourceMapping, wake: () => void): () => void;
}

/** All sources there are now. What another process made, changed or removed is seen after `load`. */
export interface SourceSet {
  all(): readonly Source[];
  ofLists(): readonly SourceOfList[];
  /** Of content types, those that were removed not among them. */
  mappings(): readonly SourceMapping[];
  /** Reads again what was made in the admin, and watches accordingly. */
  load(): Promise<void>;
  /** Watches all, and from here on those that come; answers what stops it. */
  watch(wake: () => void): () => void;
}

export function createSourceSet({ fixed, store, host, watch }: SourceSetDeps): SourceSet {
  const fixedIds = new Set(fixed.map(({ source }) => source.id));
  let made: readonly MadeSource[] = [];
  let sources = fixed.map(({ source }) => source);
  const watched = new Map<string, { readonly text: string; readonly stop: () => void }>();
  let wake: (() => void) | null = null;

  const mappings = (): SourceMapping[] => [
    ...fixed.flatMap(({ mapping }) => mapping ?? []),
    ...made.filter(({ state }) => state === 'live').map(({ mapping }) => mapping),
  ];
  const follow = (): void => {
    const wanted = new Map((wake ? mappings() : []).map((one) => [one.id, one]));
    for (const [id, { text, stop }] of [...watched]) {
      const mapping = wanted.get(id);
      if (mapping && JSON.stringify(mapping) === text) continue;
      stop();
      watched.delete(id);
    }
    for (const [id, mapping] of wanted) {
      if (watched.has(id)) continue;
      const stop = watch(mapping, () => wake?.());
      watched.set(id, { text: JSON.stringify(mapping), stop });
    }
  };

  return {
    all: () => sources,
    ofLists: () => [
      ...fixed.map(({ source: { id, listId }, contentType, everyMinutes }) => ({
        ...{ id, listId, contentType },
        ...(everyMinutes === undefined ? {} : { everyMinutes }),
      })),
      ...made.map(ofList),
    ],
    mappings,
    load: async () => {
      const found = await store.all();
      // An id that the configuration takes up is the configuration's.
      made = found.filter(({ mapping, state }) => state !== 'removed' && !fixedIds.has(mapping.id));
      sources = [
        ...fixed.map(({ source }) => source),
        ...made.map((one) => createMadeSource(one, host, store)),
      ];
      follow();
    },
    watch: (onChange) => {
      wake = onChange;
      follow();
      return () => {
        wake = null;
        follow();
      };
    },
  };
}

const ofList = ({ mapping, state }: MadeSource): SourceOfList => ({
  id: mapping.id,
  contentType: mapping.contentType,
  listId: mapping.list,
  madeHere: true,
  isLeaving: state === 'removing',
});
