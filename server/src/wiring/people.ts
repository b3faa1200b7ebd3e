import { setImmediate } from 'node:timers/promises';
import type { Core } from '@strapi/types';
import { createContentTypeSource, type HostContent } from '../adapters/sources/content-type';
import { createFormSource } from '../adapters/sources/form';
import type { Attribute } from '../domain/segments/rule';
import {
  type MappingTrouble,
  type SourceMapping,
  troublesOf,
} from '../domain/subscribers/source-mapping';
import { watchSource } from '../adapters/sources/watch';
import { createAudienceCounter } from '../adapters/store/audience';
import { createClaimStore } from '../adapters/store/claims';
import type { Db } from '../adapters/store/database';
import { createListSizeStore } from '../adapters/store/list-sizes';
import { createListStore } from '../adapters/store/lists';
import { createOutbox } from '../adapters/store/outbox';
import { createPersonDeliveries } from '../adapters/store/person-deliveries';
import { createSignUpStore } from '../adapters/store/sign-ups';
import { createSubscriberStore } from '../adapters/store/subscribers';
import { createSuppressionStore } from '../adapters/store/suppressions';
import { createSyncRunStore } from '../adapters/store/sync-runs';
import { createTraitStore } from '../adapters/store/traits';
import type { Config } from '../config/config';
import { createKeepSegments } from '../flows/keep-segments';
import { createManageSubscription } from '../flows/manage-subscription';
import { createReadPeople } from '../flows/read-people';
import { createSyncSubscribers } from '../flows/sync-subscribers';
import { FORM_SOURCE, LOG_EVENTS } from '../names';
import type { Keys, Log, SyncRunStore } from '../ports';
import type { Foundation } from './foundation';

/** Sources, lists and subscribers: all that holds or hashes an address. */
export function wirePeople({ strapi, db, stores, world, config }: Foundation, keys: Keys) {
  const host = hostContent(strapi);
  const people = openPeople(db, keys, config);
  const shared = {
    ...people,
    ...world,
    keys,
    audit: stores.audit,
    transactions: stores.transactions,
    letOthers: () => setImmediate(),
  };
  const sources = [
    ...config.sources.map((mapping) => createContentTypeSource(mapping, host, world.clock)),
    ...config.forms.map((form) => createFormSource(form, people.signUps, keys)),
  ];
  const attributes = attributesOf(config);
  return {
    ...people,
    attributes,
    settleTraits: () => people.traits.settle(attributes),
    sync: createSyncSubscribers({ ...shared, sources, ...config.sync }),
    manage: createManageSubscription(shared),
    read: createReadPeople({
      ...{ ...shared, sources: people.sourcesOfLists },
      pausedBy: (sourceId) =>
        config.sources
          .filter(({ id }) => id === sourceId)
          .flatMap((mapping) => troublesIn(mapping, host))
          .map(({ field }) => field)
          .at(0) ?? null,
    }),
    segments: createKeepSegments({ ...shared, ...stores, attributes }),
    checkSources: () => checkSources(config, { host, runs: people.runs, log: world.log }),
    /** Answers a function that stops watching. */
    watch: (wake: () => void): (() => void) => {
      const { lifecycles } = strapi.db;
      const stops = config.sources.map((mapping) =>
        watchSource(mapping, { lifecycles, host, outbox: people.outbox, ...world, wake }),
      );
      return () => stops.forEach((stop) => stop());
    },
  };
}

interface Checking {
  readonly host: HostContent;
  readonly runs: SyncRunStore;
  readonly log: Log;
}

/**
 * A source that once came through and does not fit any more is paused, and its list stays as it is: whoever
 * took a field out of a content type meant something else.
 *
 * @throws with all complaints at once: a mapping that never fitted would never fill its list
 */
async function checkSources({ sources }: Config, { host, runs, log }: Checking): Promise<void> {
  const complaints: string[] = [];
  for (const [at, mapping] of sources.entries()) {
    const troubles = troublesIn(mapping, host);
    if (troubles.length === 0) continue;
    if (await runs.last(mapping.id)) {
      log.warn(LOG_EVENTS.sourcePaused, { source: mapping.id, field: troubles[0]?.field ?? '' });
    } else complaints.push(...troubles.map((trouble) => complaintOf(trouble, at)));
  }
  if (complaints.length > 0) {
    throw new Error(`Error regarding countersign config: ${complaints.join('\n')}`);
  }
}

const troublesIn = (mapping: SourceMapping, host: HostContent): MappingTrouble[] =>
  troublesOf(mapping, host.contentType(mapping.contentType)?.attributes);

const complaintOf = ({ field, expected }: MappingTrouble, at: number): string =>
  `sources[${at}] must name ${expected}, got ${JSON.stringify(field)}`;

export type People = ReturnType<typeof wirePeople>;

function openPeople(db: Db, keys: Keys, config: Config) {
  const forms = config.forms.map((form) => ({ ...form, contentType: FORM_SOURCE }));
  const sourcesOfLists = [...config.sources, ...forms].map(({ id, contentType, list }) => ({
    id,
    contentType,
    listId: list,
  }));
  return {
    sourcesOfLists,
    subscribers: createSubscriberStore(db, keys),
    claims: createClaimStore(db),
    lists: createListStore(db),
    suppressions: createSuppressionStore(db, keys),
    outbox: createOutbox(db),
    traits: createTraitStore(db),
    signUps: createSignUpStore(db),
    runs: createSyncRunStore(db),
    sizes: createListSizeStore(db),
    audience: createAudienceCounter(db, sourcesOfLists),
    deliveries: createPersonDeliveries(db),
  };
}

/** Each once; the configuration lets none be of two kinds. */
const attributesOf = ({ sources }: Config): Attribute[] => [
  ...new Map(
    sources
      .flatMap((source) => source.attributes ?? [])
      .map(({ name, kind }) => [name, { name, kind }]),
  ).values(),
];

const hostContent = (strapi: Core.Strapi): HostContent => ({
  query: (uid) => strapi.db.query(uid),
  contentType: (uid) => strapi.contentTypes[uid as keyof typeof strapi.contentTypes],
});
