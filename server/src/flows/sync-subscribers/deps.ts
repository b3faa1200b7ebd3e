import type {
  AuditTrail,
  Chance,
  ClaimStore,
  Clock,
  Keys,
  KinStore,
  ListStore,
  Outbox,
  Source,
  SubscriberStore,
  SuppressionStore,
  SyncRunStore,
  TraitStore,
  Transactions,
} from '../../ports';

export interface SyncDeps {
  /** Those there are now: one may be made, changed or removed at any time. */
  sources(): readonly Source[];
  readonly subscribers: SubscriberStore;
  readonly claims: ClaimStore;
  readonly kin: Pick<KinStore, 'note' | 'leftElsewhere'>;
  readonly lists: ListStore;
  readonly suppressions: SuppressionStore;
  readonly traits: Pick<TraitStore, 'put'>;
  readonly outbox: Outbox;
  readonly runs: SyncRunStore;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly transactions: Transactions;
  readonly audit: AuditTrail;
  /** Others' turn, between two transactions: SQLite's driver never lets go of the event loop by itself. */
  readonly letOthers: () => Promise<unknown>;
  readonly pace: SyncPace;
  /** Percent of whom a source has on its list; beyond it a run stops and asks. */
  readonly brakePercent: number;
}

export interface SyncPace {
  /** People read, looked at and written together. */
  readonly people: number;
  /** So many times, a scan does this in one transaction; once, where it reads ahead. */
  readonly pages: number;
  /** The database answers beside a transaction that is open. */
  readonly ahead: boolean;
}

export function sourceOf({ sources }: SyncDeps, sourceId: string): Source {
  const source = sources().find(({ id }) => id === sourceId);
  if (!source) throw new Error(`there is no source ${sourceId}`);
  return source;
}
