import type { SealCheck } from '../../domain/editions/verify';
import type { Attribute } from '../../domain/segments/rule';
import type {
  AccountBook,
  AuditTrail,
  BatchStore,
  Chance,
  Clock,
  Colleagues,
  DecisionStore,
  DeliveryQueue,
  EditionStore,
  FreezeStore,
  HandStore,
  LeaseStore,
  ListStore,
  Log,
  SettingStore,
  SharedClock,
  SiteRule,
  Transactions,
} from '../../ports';

export interface StartDeps {
  /** This process. */
  readonly owner: string;
  readonly editions: EditionStore;
  readonly decisions: DecisionStore;
  readonly colleagues: Pick<Colleagues, 'findMany'>;
  readonly hands: Pick<HandStore, 'in'>;
  readonly accounts: Pick<AccountBook, 'since'>;
  readonly lists: Pick<ListStore, 'all'>;
  /** What sources say of readers now. */
  attributes(): Promise<readonly Attribute[]>;
  readonly freezes: FreezeStore;
  readonly batches: Pick<BatchStore, 'findOpen'>;
  readonly leases: LeaseStore;
  readonly queue: Pick<DeliveryQueue, 'add'>;
  readonly settings: SettingStore;
  readonly audit: AuditTrail;
  readonly transactions: Transactions;
  readonly clock: Clock;
  /** The database's: schedules and windows are measured by it. */
  readonly sharedClock: SharedClock;
  readonly chance: Chance;
  readonly log: Log;
  readonly seals: SealCheck;
  readonly rule: SiteRule;
  readonly approval: { readonly audienceDriftPercent: number; readonly accountQuietDays: number };
}
