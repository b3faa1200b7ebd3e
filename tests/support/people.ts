import { createKeys } from '../../server/src/adapters/keys/keys';
import { systemChance } from '../../server/src/adapters/clock';
import { createAudienceCounter } from '../../server/src/adapters/store/audience';
import { createAuditTrail } from '../../server/src/adapters/store/audit';
import { createClaimStore } from '../../server/src/adapters/store/claims';
import { createKinStore } from '../../server/src/adapters/store/kin';
import { createListSizeStore } from '../../server/src/adapters/store/list-sizes';
import { createListStore } from '../../server/src/adapters/store/lists';
import { createOutbox } from '../../server/src/adapters/store/outbox';
import { createPersonDeliveries } from '../../server/src/adapters/store/person-deliveries';
import { createPushedStore } from '../../server/src/adapters/store/pushed';
import { createSignUpStore } from '../../server/src/adapters/store/sign-ups';
import { createSubscriberStore } from '../../server/src/adapters/store/subscribers';
import { createSuppressionStore } from '../../server/src/adapters/store/suppressions';
import { createSyncRunStore } from '../../server/src/adapters/store/sync-runs';
import { createTraitStore } from '../../server/src/adapters/store/traits';
import { createTransactions } from '../../server/src/adapters/store/transactions';
import { type Filling, partsFilledBy } from '../../server/src/domain/editions/filled';
import type {
  MaskedSubscriber,
  SourcePerson,
} from '../../server/src/domain/subscribers/subscriber';
import { pageOf } from '../../server/src/adapters/sources/page-of';
import { createManageSubscription } from '../../server/src/flows/manage-subscription';
import { createSyncSubscribers } from '../../server/src/flows/sync-subscribers';
import { TABLES } from '../../server/src/names';
import type { Keys, Source } from '../../server/src/ports';
import { openDatabase } from './database';
import { dropTriggers } from './triggers';

export const testKeys = (): Keys =>
  createKeys([{ id: 'k1', secret: 'a secret that only tests know, 32 characters' }], systemChance);

/** A source whose people are a map: what a CMS would keep in a table. */
export interface Village extends Source {
  readonly people: Map<string, SourcePerson>;
  move(person: SourcePerson): void;
  /** How many people were read so far. */
  readonly reads: { people: number };
}

export function createVillage(id = 'users', listId = 'newsletter', peopleOf = id): Village {
  const people = new Map<string, SourcePerson>();
  const reads = { people: 0 };
  const count = (found: SourcePerson[]): SourcePerson[] => {
    reads.people += found.length;
    return found;
  };
  const sorted = (): SourcePerson[] =>
    [...people.values()].sort((a, b) => (a.externalId < b.externalId ? -1 : 1));
  return {
    id,
    listId,
    peopleOf,
    people,
    reads,
    move: (person) => void people.set(person.externalId, person),
    read: async (after, limit) => {
      const found = sorted().filter(({ externalId }) => after === null || externalId > after);
      return pageOf(count(found.slice(0, limit)));
    },
    readSome: async (ids) => count(ids.flatMap((externalId) => people.get(externalId) ?? [])),
    count: async () => people.size,
  };
}

export type Town = Awaited<ReturnType<typeof openTown>>;

/** A real database with everything about people in it, filled from villages. */
export async function openTown(...villages: Village[]) {
  const sources = villages.length > 0 ? villages : [createVillage()];
  const opened = await openDatabase();
  const { db } = opened;
  // `empty` has to empty the audit trail as well.
  await dropTriggers(db);
  const keys = testKeys();
  let now = 1_000_000;
  const stores = {
    subscribers: createSubscriberStore(db, keys),
    claims: createClaimStore(db),
    kin: createKinStore(db),
    lists: createListStore(db),
    suppressions: createSuppressionStore(db, keys),
    outbox: createOutbox(db),
    signUps: createSignUpStore(db),
    pushed: createPushedStore(db),
    runs: createSyncRunStore(db),
    sizes: createListSizeStore(db),
    deliveries: createPersonDeliveries(db),
    traits: createTraitStore(db),
    audit: createAuditTrail(db),
    transactions: createTransactions(db),
  };
  const clock = { now: () => now };
  const deps = {
    ...{
      ...stores,
      sources: () => sources,
      sourcesOfLists: () => sources,
      keys,
      clock,
      chance: systemChance,
    },
    brakePercent: 20,
    pace: { people: 500, pages: 1, ahead: db.dialect !== 'sqlite' },
    letOthers: () => Promise.resolve(),
  };
  const refilled: (readonly string[])[] = [];
  const sync = createSyncSubscribers(deps);
  await sync.prepare();

  const audience = createAudienceCounter(db, () => sources);
  const rows = (table: keyof typeof TABLES): Promise<Record<string, unknown>[]> =>
    db.read(async (k) => {
      const found: Record<string, unknown>[] = await db.table(k, TABLES[table]).select();
      return found;
    });

  return {
    ...opened,
    ...stores,
    ...deps,
    /** Of each act on a source the parts of editions that are filled otherwise from then on. */
    refilled,
    repointed: async (mappings: readonly Filling[]) => void refilled.push(partsFilledBy(mappings)),
    village: sources[0] ?? createVillage(),
    sync,
    manage: createManageSubscription(deps),
    audience,
    rows,
    /** Goes through all sources once. */
    reconcile: async (): Promise<void> => {
      for (const { id } of sources) await sync.reconcile(id);
    },
    /** Who a source's person is to us; `none` if nobody. */
    subscriberOf: async (externalId: string, sourceId = 'users'): Promise<string> => {
      const [claim] = await stores.claims.of(sourceId, [externalId]);
      return claim?.subscriberId ?? 'none';
    },
    pass: (ms: number) => void (now += ms),
    at: () => now,
    /** What a hook would note. */
    note: (externalId: string, sourceId = 'users') =>
      stores.outbox.add([{ sourceId, externalId }], now),
    everybody: (): Promise<MaskedSubscriber[]> => stores.subscribers.list({ limit: 1000 }),
    size: async (listId = 'newsletter'): Promise<number> =>
      (await audience.count({ include: [listId], exclude: [] })).readers,
    /** Addresses of those on the list, in the clear. */
    onList: async (listId = 'newsletter'): Promise<string[]> => {
      const found = await stores.subscribers.list({ listId, limit: 1000 });
      const readers = await Promise.all(found.map(({ id }) => stores.subscribers.reveal(id)));
      return readers.map((reader) => reader?.address ?? 'nobody').sort();
    },
    leftOut: async (sourceId = 'users'): Promise<Record<string, string | null>> => {
      const found = await stores.claims.leftOut({ sourceIds: [sourceId], limit: 1000 });
      return Object.fromEntries(found.map(({ externalId, leftOut }) => [externalId, leftOut]));
    },
    empty: () =>
      db.within(async (k) => {
        const kept = [TABLES.lists, TABLES.schemaVersion] as string[];
        for (const table of Object.values(TABLES)) {
          if (!kept.includes(table)) await db.table(k, table).delete();
        }
        for (const { people } of sources) people.clear();
      }),
  };
}

/** One for all tests of a suite; after each there is nobody left in it. */
export function keepTown(villages: readonly Village[], enter: (town: Town) => void): void {
  let town: Town;
  beforeAll(async () => {
    town = await openTown(...villages);
    enter(town);
  });
  afterAll(() => town.close());
  afterEach(() => town.empty());
}
