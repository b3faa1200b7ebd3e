import type { SealCheck } from '../../domain/editions/verify';
import type {
  AuditTrail,
  BatchStore,
  Chance,
  Clock,
  DayStore,
  DecisionStore,
  DeliveryLedger,
  DeliveryQueue,
  DomainGroups,
  EditionStore,
  GroupPaceStore,
  Journals,
  Keys,
  LeaseStore,
  Log,
  Rates,
  SendingThread,
  SettingStore,
  SharedClock,
  Stopwatch,
  Transactions,
  TransportSettings,
  WakeStore,
} from '../../ports';

export type SomeTransport = Pick<
  TransportSettings,
  'id' | 'connections' | 'messagesPerSecond' | 'messagesPerDay' | 'warmUp' | 'weight'
>;

export interface DeliverDeps {
  readonly editions: EditionStore;
  readonly decisions: DecisionStore;
  readonly batches: BatchStore;
  readonly ledger: DeliveryLedger;
  readonly leases: LeaseStore;
  readonly wakes: Pick<WakeStore, 'letGo'>;
  readonly queue: Pick<DeliveryQueue, 'add'>;
  readonly settings: SettingStore;
  readonly audit: AuditTrail;
  readonly transactions: Transactions;
  readonly keys: Pick<Keys, 'currentId' | 'unseal' | 'rawKey'>;
  readonly seals: SealCheck;
  readonly sender: SendingThread;
  readonly journals: Journals;
  /** In the order in which they stand in for each other; at least one. */
  readonly transports: readonly SomeTransport[];
  /** By all of them, in all processes together. */
  readonly messagesPerSecond?: number;
  readonly rates: Rates;
  readonly days: DayStore;
  readonly domainGroups: DomainGroups;
  /** Messages a second for groups of recipient domains, as the site owner says. */
  readonly domainLimits: ReadonlyMap<string, number>;
  readonly groupPaces: GroupPaceStore;
  readonly clock: Clock;
  readonly stopwatch: Stopwatch;
  readonly sharedClock: SharedClock;
  readonly chance: Chance;
  readonly log: Log;
  /** These addresses do not exist: no more mail to them. */
  onHardBounce(subscriberIds: readonly string[], editionId: string): Promise<void>;
}

/** How long a worker may be silent before its batches are taken from it; renewed each second. */
export const LEASE_MS = 30_000;
/** No DATA begins in the last seconds of a lease: clocks differ, and a dot takes its time. */
export const MARGIN_MS = 5_000;
