import type { Asking } from '../../domain/access/asking';
import type { ExportObstacle, ListExport } from '../../domain/subscribers/list-export';
import type { Answer } from './answer';

export interface ExportView extends Omit<ListExport, 'state'> {
  readonly state: ListExport['state'] | 'expired';
  /** What keeps who looks from each answer; null: nothing in the export itself. */
  readonly obstacles: Readonly<
    Record<'allow' | 'refuse' | 'withdraw' | 'download', ExportObstacle | null>
  >;
}

/** Exports of lists, each with a second person. */
export interface ExportRoom {
  /** As configured. */
  readonly isOn: boolean;
  /** Newest first; `before` is the id of the last row of the page before. */
  list(
    query: { readonly before?: string; readonly limit: number },
    by: Asking,
  ): Promise<readonly ExportView[]>;
  ask(
    wish: { readonly listId: string; readonly reason: string },
    by: Asking,
  ): Promise<Answer<ExportView>>;
  allow(id: string, by: Asking): Promise<Answer<ExportView>>;
  refuse(id: string, by: Asking): Promise<Answer<ExportView>>;
  withdraw(id: string, by: Asking): Promise<Answer<ExportView>>;
  /** Counts as one download, however much of it is read. */
  download(
    id: string,
    by: Asking,
  ): Promise<Answer<{ readonly name: string; readonly content: AsyncIterable<string> }>>;
}
