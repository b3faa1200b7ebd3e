import type { Asking } from '../../domain/access/asking';
import { told, type Act } from '../../domain/audit/entry';
import type { ImportReason, SuppressionImport } from '../../domain/subscribers/suppression-import';
import type {
  AccountBook,
  AuditReader,
  AuditTrail,
  Chance,
  Clock,
  HashedAddress,
  ImportStore,
  Keys,
  Transactions,
} from '../../ports';

export interface ImportDeps {
  readonly imports: ImportStore;
  /** As if each of them had been suppressed by hand; one transaction. */
  suppressMany(
    addresses: readonly HashedAddress[],
    way: { readonly by: Asking; readonly because: ImportReason; readonly note: string },
  ): Promise<void>;
  readonly keys: Pick<Keys, 'addressHash'>;
  readonly accounts: Pick<AccountBook, 'since'>;
  readonly accountQuietDays: number;
  readonly audit: AuditTrail & AuditReader;
  readonly transactions: Transactions;
  readonly clock: Clock;
  readonly chance: Chance;
}

/** Of an act, or of its refusal. How many addresses, never which. */
export const tell = (
  { audit, clock }: Pick<ImportDeps, 'audit' | 'clock'>,
  by: Asking,
  { act, of, result = 'done' }: Telling,
): Promise<void> =>
  audit.record(
    told(by, {
      ...{ act, result, at: clock.now() },
      subject: { kind: 'suppression-import', id: of.id },
      detail: { addresses: of.addresses, because: of.because },
    }),
  );

interface Telling {
  readonly act: Act;
  readonly of: SuppressionImport;
  readonly result?: string;
}
