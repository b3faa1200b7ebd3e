import type { Asking } from '../../domain/access/asking';
import type {
  ImportObstacle,
  ImportReason,
  SuppressionImport,
} from '../../domain/subscribers/suppression-import';
import type { Answer } from './answer';

export interface ImportView extends Omit<SuppressionImport, 'state'> {
  readonly state: SuppressionImport['state'] | 'expired';
  /** Masked; while it waits. */
  readonly examples: readonly string[];
  /** What keeps who looks from each answer; null: nothing in the import itself. */
  readonly obstacles: Readonly<Record<'allow' | 'refuse' | 'withdraw', ImportObstacle | null>>;
}

/** Suppressions of an old tool, each import with a second person. */
export interface ImportRoom {
  /** Newest first; `before` is the id of the last row of the page before. */
  list(
    query: { readonly before?: string; readonly limit: number },
    by: Asking,
  ): Promise<readonly ImportView[]>;
  begin(
    wish: { readonly reason: string; readonly because: ImportReason },
    by: Asking,
  ): Promise<Answer<ImportView>>;
  add(id: string, lines: string, by: Asking): Promise<Answer<ImportView>>;
  submit(id: string, by: Asking): Promise<Answer<ImportView>>;
  /** Answers at once; the addresses are suppressed from then on, group by group. */
  allow(id: string, by: Asking): Promise<Answer<ImportView>>;
  refuse(id: string, by: Asking): Promise<Answer<ImportView>>;
  withdraw(id: string, by: Asking): Promise<Answer<ImportView>>;
}
