import type { Sender } from '../../domain/campaigns/senders';
import type { SignUpForm } from '../../domain/subscribers/sign-up';
import type {
  AuditTrail,
  Chance,
  ClaimStore,
  Clock,
  Keys,
  ListStore,
  Log,
  OneMessage,
  Outbox,
  SignUpStore,
  SourceOfList,
  SubscriberStore,
  SuppressionStore,
  Transactions,
} from '../../ports';

export interface SignUpDeps {
  readonly forms: readonly SignUpForm[];
  readonly signUps: SignUpStore;
  readonly subscribers: Pick<SubscriberStore, 'idsOf' | 'lock'>;
  readonly suppressions: SuppressionStore;
  readonly claims: ClaimStore;
  readonly lists: ListStore;
  readonly outbox: Outbox;
  sourcesOfLists(): readonly Pick<SourceOfList, 'id' | 'listId'>[];
  /** Null: there is nothing to send with. */
  readonly mail: OneMessage | null;
  /** Whom letters of the house come from; the first that was set. */
  senders(): Promise<readonly Sender[]>;
  readonly publicUrl: string;
  readonly keys: Pick<Keys, 'seal' | 'unseal' | 'addressHash'>;
  readonly audit: AuditTrail;
  readonly transactions: Transactions;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Log;
}
