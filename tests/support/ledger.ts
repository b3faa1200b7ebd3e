import { createBatchStore } from '../../server/src/adapters/store/batches';
import { createDeliveryLedger } from '../../server/src/adapters/store/deliveries';
import { createEditionStore } from '../../server/src/adapters/store/editions';
import { createFreezeStore } from '../../server/src/adapters/store/freezes';
import { createReportReader } from '../../server/src/adapters/store/reports';
import { inChunks } from '../../server/src/adapters/store/rows';
import type { FullEdition } from '../../server/src/domain/editions/edition';
import { TABLES } from '../../server/src/names';
import type {
  Claim,
  Freeze,
  FreezeCursor,
  FrozenChunk,
  Settlement,
  SharedClock,
} from '../../server/src/ports';
import { openDatabase } from './database';
import { aContent, aFullEdition, NOON } from './editions';

/** A clock that stands still until it is told otherwise. */
export interface StoppedClock extends SharedClock {
  set(now: number): void;
  pass(ms: number): void;
}

export function createStoppedClock(from = NOON): StoppedClock {
  let now = from;
  return {
    now: async () => now,
    set: (time) => void (now = time),
    pass: (ms) => void (now += ms),
  };
}

export interface ReaderRow {
  readonly locale?: string | null;
  readonly status?: 'active' | 'erased';
  readonly lists?: readonly string[];
  readonly offLists?: readonly string[];
  readonly sealed?: string | null;
}

export type TestLedger = Awaited<ReturnType<typeof openLedger>>;

/** The delivery tables of a real database, with readers to put on lists. */
/** @param seal what stands in a reader's sealed column, if anything sensible has to */
export async function openLedger(seal = (id: number): string => `sealed ${id}`) {
  const opened = await openDatabase();
  const { db } = opened;
  const clock = createStoppedClock();
  const editions = createEditionStore(db);
  const freezes = createFreezeStore(db, clock);
  const ledger = createDeliveryLedger(db, clock);
  let counted = 0;

  const addReaders = (count: number, reader: ReaderRow = {}): Promise<string[]> =>
    db.within(async (k) => {
      const { lists = ['newsletter'], offLists = [] } = reader;
      const ids = Array.from({ length: count }, () => ++counted);
      const memberships = ids.flatMap((id) => [
        ...lists.map((list) => membershipRow(list, id, true)),
        ...offLists.map((list) => membershipRow(list, id, false)),
      ]);
      for (const chunk of inChunks(
        ids.map((id) => subscriberRow(id, { sealed: seal(id), ...reader })),
      )) {
        await db.table(k, TABLES.subscribers).insert(chunk);
      }
      for (const chunk of inChunks(memberships)) {
        await db.table(k, TABLES.memberships).insert(chunk);
      }
      return ids.map(String);
    });

  return {
    ...opened,
    clock,
    editions,
    freezes,
    batches: createBatchStore(db, clock),
    ledger,
    /** One half of an exchange each. */
    mark: (claim: Claim, ids: readonly string[]) => ledger.exchange([], { claim, ids }, NOON),
    settle: (claim: Claim, settlements: readonly Settlement[], at: number) =>
      ledger.exchange([{ claim, settlements }], null, at),
    reports: createReportReader(db),
    addReaders,
    addReader: async (reader: ReaderRow = {}): Promise<string> => {
      const [id = ''] = await addReaders(1, reader);
      return id;
    },

    suppress: (subscriberId: string, because = 'unsubscribed') =>
      db.read(async (k) => {
        const hash = addressHash(Number(subscriberId));
        const row = { address_hash: hash, key_id: 'k1', label: 'r•••@e•••.com', because };
        await db.table(k, TABLES.suppressions).insert({ ...row, source: 'test', since: NOON });
      }),

    /** An edition in state *freezing*. */
    addFreezing: async (change: Partial<FullEdition> = {}): Promise<FullEdition> => {
      const edition = aFullEdition({
        id: `edition-${++counted}`,
        campaignId: `c${counted}`,
        ...change,
      });
      await editions.insert({ ...edition, state: 'scheduled' });
      await editions.move(edition.id, 'freeze', { at: NOON });
      return edition;
    },

    /** Freezes the edition's whole audience and begins to send it. */
    freezeAll: async (edition: FullEdition, freezeId = 'freeze-1'): Promise<number> => {
      const freeze = freezeOf(edition, freezeId);
      let readers = 0;
      for (let at: FreezeCursor | null = FROM_THE_BEGINNING; at; ) {
        const chunk: FrozenChunk = await freezes.stage(freeze, at);
        readers += chunk.readers;
        at = chunk.next;
      }
      await editions.move(edition.id, 'begin', { at: NOON, freezeId, readers });
      return readers;
    },

    rows: (table: keyof typeof TABLES, where: Record<string, unknown> = {}) =>
      db.read(async (k): Promise<Record<string, unknown>[]> => {
        const rows = await db.table(k, TABLES[table]).where(where).select();
        return rows;
      }),
  };
}

const FROM_THE_BEGINNING: FreezeCursor = { list: 0, after: null };

export const freezeOf = (edition: FullEdition, freezeId = 'freeze-1'): Freeze => ({
  editionId: edition.id,
  freezeId,
  audience: edition.content.audience,
  locales: Object.keys(edition.content.messages),
  defaultLocale: edition.content.defaultLocale,
});

export const toLists = (include: string[], exclude: string[] = []): Partial<FullEdition> => ({
  content: aContent({ audience: { include, exclude } }),
});

export const addressHash = (id: number): string => String(id).padStart(64, '0');

const subscriberRow = (id: number, { locale = null, status = 'active', sealed }: ReaderRow) => ({
  id,
  address_hash: addressHash(id),
  key_id: 'k1',
  sealed,
  domain: 'example.com',
  label: `r${id}•••@e•••.com`,
  locale,
  status,
  created_at: NOON,
  updated_at: NOON,
});

const membershipRow = (list_id: string, subscriber_id: number, is_on: boolean) => ({
  list_id,
  subscriber_id,
  is_on,
  since: NOON,
});
