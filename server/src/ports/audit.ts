import type { AuditDrop, AuditSeal } from '../domain/audit/chain';
import type { Link } from '../domain/audit/findings';
import type { HighWaterMark } from '../domain/audit/mark';
import type { AuditRow } from '../domain/audit/row';

/** Signs rows as they are written, so that nobody without the secret can write one. */
export interface RowSigner {
  /** Never the same twice. */
  nonce(): string;
  sign(text: string): string;
}

/** The seals over the audit trail. */
export interface AuditChain {
  head(): Promise<AuditSeal | null>;
  sealAt(seq: number): Promise<AuditSeal | null>;
  /**
   * Rows without a seal, by id. `lately` looks only near the newest sealed row: a transaction that began
   * earlier may commit its row later. `ever` goes through all of them.
   */
  unsealed(where: 'lately' | 'ever', limit: number): Promise<AuditRow[]>;
  append(seals: readonly AuditSeal[]): Promise<void>;
  /** In the order of the chain. */
  links(afterSeq: number, limit: number): Promise<Link[]>;
  /** Rows whose signature another row bears as well, the first one left out. */
  copies(limit: number): Promise<string[]>;
  drops(): Promise<AuditDrop[]>;
  addDrop(drop: AuditDrop): Promise<void>;
  /** The last place that was sealed before `time`; 0: none was. */
  lastSealedBefore(time: number): Promise<number>;
  /** Deletes up to `limit` rows of these places and says how far it came; null: there was nothing left. */
  deleteRows(
    places: { readonly after: number; readonly through: number },
    limit: number,
  ): Promise<number | null>;
  /** Whether the database itself refuses changes of the trail. */
  isAppendOnly(): Promise<boolean>;
}

/** One page of the trail, newest first. */
export interface AuditQuery {
  readonly act?: string;
  readonly person?: string;
  /** ms since 1970, both included. */
  readonly from?: number;
  readonly to?: number;
  /** The subject's id. */
  readonly subject?: string;
  /** The id of the last row of the page before. */
  readonly before?: string;
  readonly limit: number;
}

/** Where the newest seal is kept outside of the database. */
export interface MarkKeeper {
  /** Null: there is none, or it cannot be read any more. */
  read(): Promise<HighWaterMark | null>;
  write(mark: HighWaterMark): Promise<void>;
}

export interface AuditPages {
  list(query: AuditQuery): Promise<AuditRow[]>;
}
