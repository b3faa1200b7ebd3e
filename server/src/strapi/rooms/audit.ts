import type { Verification } from '../../domain/audit/findings';
import type { AuditRow } from '../../domain/audit/row';

export interface AuditRoom {
  /** Newest first; `before` is the id of the last row of the page before. */
  list(query: {
    readonly act?: string;
    readonly person?: string;
    readonly subject?: string;
    readonly from?: number;
    readonly to?: number;
    readonly before?: string;
    readonly limit: number;
  }): Promise<readonly AuditRow[]>;
  /** What the campaigns of these editions were called when they were submitted, by the edition's id. */
  editionNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  verify(): Promise<Verification>;
}
