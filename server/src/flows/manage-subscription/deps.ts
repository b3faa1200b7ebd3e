import type { Asking } from '../../domain/access/asking';
import type {
  AuditTrail,
  Chance,
  ClaimStore,
  Clock,
  Keys,
  ListStore,
  Outbox,
  PersonDeliveries,
  SubscriberStore,
  SuppressionStore,
  Transactions,
} from '../../ports';

export interface ManageDeps {
  readonly subscribers: SubscriberStore;
  readonly claims: ClaimStore;
  readonly lists: ListStore;
  readonly suppressions: SuppressionStore;
  readonly outbox: Outbox;
  readonly audit: AuditTrail;
  readonly keys: Keys;
  readonly deliveries: PersonDeliveries;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly transactions: Transactions;
}

/** The token is the reader's only name, and their address is nobody's business. */
export const OF_A_READER: Asking = { person: '', door: 'public', ip: null };
