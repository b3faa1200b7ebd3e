import type { Core } from '@strapi/types';
import { contentTypes as typeUtils } from '@strapi/utils';
import { createContentTypeSource, type HostContent } from '../adapters/sources/content-type';
import { createFormSource } from '../adapters/sources/form';
import { createPushSource } from '../adapters/sources/push';
import { createSourceSet, type FixedSource } from '../adapters/sources/source-set';
import { watchSource } from '../adapters/sources/watch';
import { attributesOf } from '../config/attributes';
import { fitted } from '../domain/subscribers/made-attributes';
import {
  type HostFields,
  type MappingTrouble,
  type SourceMapping,
  troublesOf,
} from '../domain/subscribers/source-mapping';
import { FORM_SOURCE, LOG_EVENTS, PUSH_SOURCE } from '../names';
import type {
  HostType,
  Keys,
  Outbox,
  PushedStore,
  SignUpStore,
  SourceHost,
  SyncRunStore,
} from '../ports';
import type { Foundation } from './foundation';
import { checkDrivers, openElsewhere } from './sources-elsewhere';

interface Stores {
  readonly outbox: Outbox;
  readonly signUps: SignUpStore;
  readonly pushed: PushedStore;
  readonly runs: SyncRunStore;
}

/** Where people come from: what the configuration names, and what was made in the admin. */
export function wireSources(foundation: Foundation, keys: Keys, stores: Stores) {
  const { strapi, world, config } = foundation;
  const content = hostContent(strapi);
  const made = foundation.stores.madeSources;
  const fixedAttributes = attributesOf(config);
  const open: SourceHost['open'] = (mapping) =>
    createContentTypeSource(fitted(mapping, fixedAttributes), content, world.clock);
  const elsewhere = openElsewhere(config, world.clock);
  const fixed: FixedSource[] = [
    ...config.sources.map((mapping) => ({
      ...{ mapping, contentType: mapping.contentType, source: open(mapping) },
    })),
    ...config.forms.map((form) => ({
      contentType: FORM_SOURCE,
      source: createFormSource(form, stores.signUps, keys),
    })),
    ...elsewhere.sources,
    ...config.pushSources.map((one) => ({
      contentType: PUSH_SOURCE,
      source: createPushSource(one, stores.pushed, { keys, clock: world.clock }),
    })),
  ];
  const { lifecycles } = strapi.db;
  const set = createSourceSet({
    ...{ fixed, store: made, host: { open } },
    watch: (mapping, wake) =>
      watchSource(mapping, { lifecycles, host: content, outbox: stores.outbox, ...world, wake }),
  });
  const troublesIn = (mapping: SourceMapping): MappingTrouble[] =>
    troublesOf(mapping, content.contentType(mapping.contentType)?.attributes);
  return {
    set,
    made,
    fixedIds: new Set(fixed.map(({ source }) => source.id)),
    host: { open, types: () => hostTypes(strapi) },
    pausedBy: (sourceId: string): string | null => {
      const mapping = set.mappings().find(({ id }) => id === sourceId);
      return (mapping && troublesIn(mapping)[0]?.field) ?? null;
    },
    troubleOf: elsewhere.troubleOf,
    check: async () => {
      await checkDrivers(config);
      await check(foundation, { runs: stores.runs, mappings: set.mappings(), troublesIn });
    },
    close: elsewhere.close,
  };
}

interface Checking {
  readonly runs: SyncRunStore;
  readonly mappings: readonly SourceMapping[];
  troublesIn(mapping: SourceMapping): MappingTrouble[];
}

/**
 * A source that once came through and does not fit any more is paused, and its list stays as it is: whoever
 * took a field out of a content type meant something else. One made in the admin fitted when it was made.
 *
 * @throws with all complaints at once: a mapping that never fitted would never fill its list
 */
async function check(
  { config: { sources }, world: { log } }: Foundation,
  { runs, mappings, troublesIn }: Checking,
): Promise<void> {
  const complaints: string[] = [];
  for (const mapping of mappings) {
    const troubles = troublesIn(mapping);
    if (troubles.length === 0) continue;
    const at = sources.findIndex(({ id }) => id === mapping.id);
    if (at === -1 || (await runs.last(mapping.id))) {
      log.warn(LOG_EVENTS.sourcePaused, { source: mapping.id, field: troubles[0]?.field ?? '' });
    } else complaints.push(...troubles.map((trouble) => complaintOf(trouble, at)));
  }
  if (complaints.length > 0) {
    throw new Error(`Error regarding countersign config: ${complaints.join('\n')}`);
  }
}

const complaintOf = ({ field, expected }: MappingTrouble, at: number): string =>
  `sources[${at}] must name ${expected}, got ${JSON.stringify(field)}`;

const hostContent = (strapi: Core.Strapi): HostContent => ({
  query: (uid) => strapi.db.query(uid),
  contentType: (uid) => strapi.contentTypes[uid as keyof typeof strapi.contentTypes],
});

/** With what a site calls private by other means than the field itself. */
const hostTypes = ({ contentTypes }: Core.Strapi): HostType[] =>
  Object.values(contentTypes).map((type) => ({
    uid: type.uid,
    name: type.info.displayName,
    fields: Object.fromEntries(
      Object.entries(type.attributes as HostFields).map(([name, field]) => [
        name,
        field && { ...field, private: typeUtils.isPrivateAttribute(type, name) },
      ]),
    ),
  }));
