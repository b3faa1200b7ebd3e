import { daysBefore } from '../domain/subscribers/days';
import { isPaused } from '../domain/subscribers/pause';
import type { Asking } from '../domain/access/asking';
import { OF_A_READER } from '../domain/audit/entry';
import { FEWEST_SHOWN } from '../domain/audience/spread';
import { ok, refuse, type Result } from '../domain/result';
import { normaliseAddress } from '../domain/subscribers/address';
import type { MaskedSubscriber } from '../domain/subscribers/subscriber';
import type { PersonFile } from '../domain/subscribers/person-file';
import type { SourceTrouble } from '../domain/subscribers/source-trouble';
import { tell, tellLook } from './read-people/look';
import { readPersonFile } from './read-people/person-file';
import type {
  AuditPages,
  AuditReader,
  AuditTrail,
  ClaimStore,
  Clock,
  ListSizeStore,
  ListStore,
  PersonDeliveries,
  SignUpStore,
  SourceOfList,
  Keys,
  SubscriberQuery,
  SubscriberStore,
  SuppressionStore,
  AudienceCounter,
  SyncRunStore,
} from '../ports';

const DAYS_SHOWN = 90;

export interface ReadPeopleDeps {
  readonly subscribers: SubscriberStore;
  readonly suppressions: SuppressionStore;
  readonly signUps: Pick<SignUpStore, 'of'>;
  readonly claims: ClaimStore;
  readonly lists: ListStore;
  readonly runs: SyncRunStore;
  readonly sizes: Pick<ListSizeStore, 'since'>;
  readonly audience: Pick<AudienceCounter, 'count'>;
  readonly deliveries: PersonDeliveries;
  readonly audit: AuditTrail & AuditPages & AuditReader;
  readonly keys: Pick<Keys, 'addressHash'>;
  readonly clock: Clock;
  /** Which content type fills which list now. */
  sources(): readonly SourceOfList[];
  /** The field a source cannot be read without, and that is gone or of another kind. */
  pausedBy(sourceId: string): string | null;
  /** Why a source in another database could not be read the last time. */
  troubleOf?(sourceId: string): SourceTrouble | null;
}

export type LookRefusal = 'no-such-subscriber' | 'too-many-looks';

/** Enough to see what somebody got lately. */
const LAST_DELIVERIES = 20;

/** people and lists → what may be seen of them; addresses only one at a time, by `reveal`. */
export const createReadPeople = (deps: ReadPeopleDeps) => {
  const listShown = async ({ id, name }: { id: string; name: string }) => ({
    id,
    name,
    readers: (await deps.audience.count({ include: [id], exclude: [] })).readers,
    sources: await Promise.all(sourcesOf(deps, id).map((source) => sourceShown(deps, source))),
  });

  const isRare = async (domain: string): Promise<boolean> =>
    !(await deps.subscribers.areMany(domain, FEWEST_SHOWN));

  return {
    isRare,

    /** By domain only where some have it, or for who may reveal: one reader's is part of their address. */
    list: async ({ list, mayReveal = false, ...query }: PageOfPeople) => {
      const { domain } = query;
      const isOpen = domain === undefined || mayReveal;
      if (!isOpen && (await isRare(domain))) return [];
      return deps.subscribers.list({ ...query, ...(list === undefined ? {} : { listId: list }) });
    },

    /** By a whole address, for those who may reveal: counted and told as a look, found or not. */
    search: async (
      typed: string,
      by: Asking,
      why: { readonly reason: string },
    ): Promise<Result<MaskedSubscriber, LookRefusal | 'bad-address'>> => {
      const address = normaliseAddress(typed);
      if (!address.ok) return refuse('bad-address');
      const hash = deps.keys.addressHash(address.value.normalised);
      const found = await deps.subscribers.findByHash(hash);
      const look = { act: 'subscriber.search', id: found?.id ?? hash, reason: why.reason } as const;
      if (!(await tellLook(deps, look, by))) return refuse('too-many-looks');
      return found ? ok(found) : refuse('no-such-subscriber');
    },

    find: async (id: string) => {
      const record = await deps.subscribers.find(id);
      if (!record) return null;
      const { pausedUntil } = record;
      const pause = { pausedUntil: isPaused(pausedUntil, deps.clock.now()) ? pausedUntil : null };
      return { ...record, ...pause, deliveries: await deps.deliveries.lastOf(id, LAST_DELIVERIES) };
    },

    reveal: async (
      id: string,
      by: Asking,
      why: { readonly reason: string },
    ): Promise<Result<{ address: string; name: string | null }, LookRefusal>> => {
      const reader = await deps.subscribers.reveal(id);
      if (!reader) return refuse('no-such-subscriber');
      const look = { act: 'subscriber.reveal', id, reason: why.reason } as const;
      if (!(await tellLook(deps, look, by))) return refuse('too-many-looks');
      return ok({ address: reader.address, name: reader.name });
    },

    /** What a person may ask to be shown of themselves, also when all that is left is a hash. */
    access: async (
      id: string,
      by: Asking,
      why: { readonly reason: string },
    ): Promise<Result<PersonFile, LookRefusal>> => {
      const file = await readPersonFile(deps, id);
      if (!file) return refuse('no-such-subscriber');
      const look = { act: 'subscriber.access', id, reason: why.reason } as const;
      if (!(await tellLook(deps, look, by))) return refuse('too-many-looks');
      return ok(file);
    },

    /** The reader's own copy, by their page. */
    accessOwn: async (id: string): Promise<PersonFile | null> => {
      const file = await readPersonFile(deps, id);
      if (file) await tell(deps, { act: 'subscriber.access', id, reason: null }, OF_A_READER);
      return file;
    },

    lists: async () => Promise.all((await deps.lists.all()).map(listShown)),

    findList: async (id: string) => {
      const list = await deps.lists.find(id);
      return list ? listShown(list) : null;
    },

    sizes: async (id: string) => {
      if (!(await deps.lists.find(id))) return null;
      return deps.sizes.since(id, daysBefore(deps.clock.now(), DAYS_SHOWN));
    },

    leftOut: async (query: LeftOutOfList) => {
      if (!(await deps.lists.find(query.list))) return null;
      const sourceIds = sourcesOf(deps, query.list).map(({ id }) => id);
      const { because, after, limit } = query;
      return deps.claims.leftOut({ sourceIds, because, after, limit });
    },
  };
};

interface PageOfPeople extends Omit<SubscriberQuery, 'listId'> {
  readonly list?: string;
  readonly mayReveal?: boolean;
}

type LeftOutOfList = Omit<Parameters<ClaimStore['leftOut']>[0], 'sourceIds'> & {
  readonly list: string;
};

const sourcesOf = ({ sources }: ReadPeopleDeps, listId: string): SourceOfList[] =>
  sources().filter((source) => source.listId === listId);

const sourceShown = async (
  { runs, claims, pausedBy, troubleOf }: ReadPeopleDeps,
  source: SourceOfList,
) => {
  const lastRun = await runs.last(source.id);
  // Who has no id has no claim either, and is counted by the run alone.
  const unnamed = lastRun?.counts.leftOut['no-id'];
  return {
    id: source.id,
    contentType: source.contentType,
    madeHere: source.madeHere === true,
    isLeaving: source.isLeaving === true,
    pausedBy: pausedBy(source.id),
    trouble: troubleOf?.(source.id) ?? null,
    lastRun,
    leftOut: {
      ...(await claims.countLeftOut([source.id])),
      ...(unnamed === undefined ? {} : { 'no-id': unnamed }),
    },
  };
};
