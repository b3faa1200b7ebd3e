import type { Sender } from '../../domain/campaigns/senders';
import type {
  AuditReader,
  AuditTrail,
  Clock,
  ColleagueAddresses,
  ConfirmationStore,
  Keys,
  OneMessage,
  Transactions,
} from '../../ports';

export interface ConfirmAddressDeps {
  readonly confirmations: ConfirmationStore;
  readonly addresses: ColleagueAddresses;
  /** Null: there is nothing to send with. */
  readonly mail: OneMessage | null;
  /** Whom letters of the house come from; the first that was set. */
  senders(): Promise<readonly Sender[]>;
  readonly publicUrl: string;
  readonly keys: Pick<Keys, 'sign' | 'verify'>;
  readonly audit: AuditTrail & AuditReader;
  readonly transactions: Transactions;
  readonly clock: Clock;
}
