import type { ExportState, ListExport } from '../domain/subscribers/list-export';

/** Exports of lists: who asked, who decided, how often the file was fetched. */
export interface ExportStore {
  insert(asked: ListExport): Promise<void>;
  find(id: string): Promise<ListExport | null>;
  /** Newest first. */
  list(query: { readonly before?: string; readonly limit: number }): Promise<ListExport[]>;
  /** False: it was in none of the states it had to be in, since somebody was first. */
  move(
    id: string,
    to: Pick<ListExport, 'decidedBy' | 'decidedAt' | 'until'> & {
      readonly from: readonly ExportState[];
      readonly state: ExportState;
    },
  ): Promise<boolean>;
  /** Counts one more. False: it was downloaded `most` times, or is not allowed any more. */
  countDownload(id: string, most: number): Promise<boolean>;
}

export interface ListedReader {
  readonly subscriberId: string;
  readonly address: string;
  readonly name: string | null;
  readonly locale: string | null;
  /** ms since 1970. */
  readonly since: number;
}

/** Everybody a newsletter to this list would go to now, in the clear: for an export that was allowed only. */
export interface ListedReaders {
  /** By id, those after `after`. */
  page(query: {
    readonly listId: string;
    readonly after: string | null;
    readonly limit: number;
  }): Promise<ListedReader[]>;
}

export interface Exporters {
  /** Whether this admin user is active and holds the right to export this list now. */
  may(person: string, listId: string): Promise<boolean>;
}
