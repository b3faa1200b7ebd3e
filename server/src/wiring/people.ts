import { setImmediate } from 'node:timers/promises';
import { createAudienceCounter } from '../adapters/store/audience';
import { createClaimStore } from '../adapters/store/claims';
import type { Db } from '../adapters/store/database';
import { createKinStore } from '../adapters/store/kin';
import { createListSizeStore } from '../adapters/store/list-sizes';
import { createListStore } from '../adapters/store/lists';
import { createOutbox } from '../adapters/store/outbox';
import { createPersonDeliveries } from '../adapters/store/person-deliveries';
import { createPushedStore } from '../adapters/store/pushed';
import { createSignUpStore } from '../adapters/store/sign-ups';
import { createSubscriberStore } from '../adapters/store/subscribers';
import { createSuppressionStore } from '../adapters/store/suppressions';
import { createSyncRunStore } from '../adapters/store/sync-runs';
import { createTraitStore } from '../adapters/store/traits';
import { attributesOf } from '../config/attributes';
import { createKeepSegments } from '../flows/keep-segments';
import { createKeepSources } from '../flows/keep-sources';
import { createSourceRepointed } from '../flows/notice-change/source-repointed';
import { createManageSubscription } from '../flows/manage-subscription';
import { createReadPeople } from '../flows/read-people';
import { createTrimConsents } from '../flows/trim-consents';
import { createSyncSubscribers } from '../flows/sync-subscribers';
import type { SyncPace } from '../flows/sync-subscribers/deps';
import type { Keys } from '../ports';
import type { Foundation } from './foundation';
import { wireSources } from './sources';

/** Sources, lists and subscribers: all that holds or hashes an address. */
export function wirePeople(foundation: Foundation, keys: Keys) {
  const { db, stores, world, config } = foundation;
  const opened = openPeople(db, keys);
  const sources = wireSources(foundation, keys, opened);
  const { set } = sources;
  const sourcesOfLists = set.ofLists;
  const people = { ...opened, sourcesOfLists, audience: createAudienceCounter(db, sourcesOfLists) };
  const shared = {
    ...people,
    ...world,
    keys,
    audit: stores.audit,
    transactions: stores.transactions,
    letOthers: () => setImmediate(),
    pace: paceOf(db.dialect),
  };
  const keepSources = createKeepSources({
    ...{ ...shared, ...sources },
    repointed: createSourceRepointed({ ...stores, ...world }),
    fixedAttributes: attributesOf(config),
    fixedMappings: config.sources,
  });
  const { attributes } = keepSources;
  return {
    ...people,
    attributes,
    settleAttributes: keepSources.settleAttributes,
    sync: createSyncSubscribers({ ...shared, sources: set.all, ...config.sync }),
    manage: createManageSubscription(shared),
    read: createReadPeople({
      ...shared,
      sources: sourcesOfLists,
      pausedBy: sources.pausedBy,
      troubleOf: sources.troubleOf,
    }),
    segments: createKeepSegments({ ...shared, ...stores, attributes }),
    keepSources,
    /** What other processes made, changed or removed in the admin counts here from then on. */
    loadSources: set.load,
    checkSources: sources.check,
    trimConsents: createTrimConsents({
      ...{ ...shared, ...config.retention },
      forms: config.forms,
    }),
    close: sources.close,
    /** Answers a function that stops watching. */
    watch: set.watch,
  };
}

/** SQLite answers nobody beside a transaction that is open, and never lets go of the event loop by itself. */
const paceOf = (dialect: Db['dialect']): SyncPace =>
  dialect === 'sqlite'
    ? { people: 1000, pages: 2, ahead: false }
    : { people: 1000, pages: 1, ahead: true };

export type People = ReturnType<typeof wirePeople>;

const openPeople = (db: Db, keys: Keys) => ({
  subscribers: createSubscriberStore(db, keys),
  claims: createClaimStore(db),
  kin: createKinStore(db),
  lists: createListStore(db),
  suppressions: createSuppressionStore(db, keys),
  outbox: createOutbox(db),
  traits: createTraitStore(db),
  signUps: createSignUpStore(db),
  pushed: createPushedStore(db),
  runs: createSyncRunStore(db),
  sizes: createListSizeStore(db),
  deliveries: createPersonDeliveries(db),
});
