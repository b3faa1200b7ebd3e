import type { Asking } from '../../domain/access/asking';
import { told, type Act } from '../../domain/audit/entry';
import type { ListExport } from '../../domain/subscribers/list-export';
import type {
  AccountBook,
  AudienceCounter,
  AuditReader,
  AuditTrail,
  Chance,
  Clock,
  Exporters,
  ExportStore,
  ListedReaders,
  ListStore,
  Transactions,
} from '../../ports';

export interface ExportDeps {
  readonly exports: ExportStore;
  readonly exporters: Exporters;
  readonly listed: ListedReaders;
  readonly lists: Pick<ListStore, 'find'>;
  readonly audience: Pick<AudienceCounter, 'count'>;
  readonly accounts: Pick<AccountBook, 'since'>;
  readonly accountQuietDays: number;
  readonly audit: AuditTrail & AuditReader;
  readonly transactions: Transactions;
  readonly clock: Clock;
  readonly chance: Chance;
  /** As configured. */
  readonly isOn: boolean;
}

/** Of an act, or of its refusal. How many addresses, never which. */
export const tell = (
  { audit, clock }: Pick<ExportDeps, 'audit' | 'clock'>,
  by: Asking,
  { act, of, result = 'done', readers }: Telling,
): Promise<void> =>
  audit.record(
    told(by, {
      ...{ act, result, at: clock.now() },
      subject: { kind: 'export', id: of.id },
      detail: { list: of.listId, readers: readers ?? of.readers },
    }),
  );

interface Telling {
  readonly act: Act;
  readonly of: ListExport;
  readonly result?: string;
  /** Another number than was asked for. */
  readonly readers?: number;
}

export const countReaders = async ({ audience }: ExportDeps, listId: string): Promise<number> =>
  (await audience.count({ include: [listId], exclude: [] })).readers;
