import type { Instance } from '../../domain/editions/countersignature';
import type {
  AccountBook,
  AuditTrail,
  CampaignReader,
  Chance,
  Clock,
  Colleagues,
  DecisionStore,
  EditionStore,
  HandStore,
  Keys,
  Log,
  SiteRule,
  Transactions,
  Zones,
} from '../../ports';

export interface ReviewDeps {
  readonly editions: EditionStore;
  readonly decisions: DecisionStore;
  readonly hands: HandStore;
  readonly campaigns: CampaignReader;
  readonly colleagues: Colleagues;
  readonly accounts: Pick<AccountBook, 'since'>;
  readonly audit: AuditTrail;
  readonly transactions: Transactions;
  readonly keys: Pick<Keys, 'sign'>;
  readonly zones: Zones;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Log;
  readonly rule: SiteRule;
  readonly instance: Instance;
  readonly approval: {
    readonly required: number;
    readonly fromEachOf: readonly string[];
    readonly lateGraceMinutes: number;
    readonly accountQuietDays: number;
  };
}
