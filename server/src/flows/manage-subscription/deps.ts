import type {
  AuditTrail,
  Chance,
  ClaimStore,
  Clock,
  Keys,
  KinStore,
  ListStore,
  Outbox,
  PersonDeliveries,
  PushedStore,
  SignUpStore,
  SourceOfList,
  SubscriberStore,
  SuppressionStore,
  Transactions,
} from '../../ports';

export interface ManageDeps {
  readonly subscribers: SubscriberStore;
  readonly claims: ClaimStore;
  readonly kin: Pick<KinStore, 'othersOf' | 'reasonsOf' | 'unsuppress'>;
  readonly lists: ListStore;
  readonly suppressions: SuppressionStore;
  readonly outbox: Outbox;
  readonly signUps: Pick<SignUpStore, 'erase'>;
  readonly pushed: Pick<PushedStore, 'erase' | 'remove'>;
  readonly audit: AuditTrail;
  readonly keys: Keys;
  readonly deliveries: PersonDeliveries;
  /** Which source fills which list. */
  sourcesOfLists(): readonly Pick<SourceOfList, 'id' | 'listId'>[];
  readonly clock: Clock;
  readonly chance: Chance;
  readonly transactions: Transactions;
}
