import type { ClaimKey } from '../domain/subscribers/claim';
import type { SourcePerson } from '../domain/subscribers/subscriber';
import type { SyncRun } from '../domain/subscribers/sync-run';

/** Where a list's people come from. Each person once, whatever rows the source keeps of them. */
export interface Source {
  readonly id: string;
  readonly listId: string;
  /**
   * What its external ids are ids of, so that of two sources over the same people both know who left by one
   * of them. Absent: of this source alone.
   */
  readonly peopleOf?: string;
  /** In the admin, and not in the configuration. */
  readonly isMade?: boolean;
  /** Which of these it has anything to say of; absent: of both. */
  readonly says?: { readonly name: boolean; readonly locale: boolean };
  /** Somebody removed it and was shown how many leave: no brake stops that. Absent: it stays. */
  readonly isRemoved?: boolean;
  /** Of at most `limit` rows after this external id, in the source's own order, those who count. */
  read(after: string | null, limit: number): Promise<SourcePage>;
  /** Those of these people who are there now. */
  readSome(externalIds: readonly string[]): Promise<readonly SourcePerson[]>;
  /** How many there are, roughly; for a progress bar. */
  count(): Promise<number>;
  /** In another database, which is asked before a transaction of ours is open: it may be slow. */
  readonly isElsewhere?: boolean;
  /** How many it has without an id: nobody can tell who they are, so they are left out. */
  countUnnamed?(): Promise<number>;
}

export interface SourcePage {
  readonly people: readonly SourcePerson[];
  /** External id of the last row, whoever it is of; null: there was none, which is the end. */
  readonly upTo: string | null;
}

/** People whose rows changed and who have to be read again. */
export interface Outbox {
  /** In the transaction that is open around the caller, if there is one, and never at its expense. */
  add(people: readonly ClaimKey[], at: number): Promise<void>;
  /** All who wait behind somebody else with the address of these subscribers. */
  addWaiting(subscriberIds: readonly string[], at: number): Promise<void>;
  /** The oldest of one source. */
  next(sourceId: string, limit: number): Promise<OutboxEntry[]>;
  remove(ids: readonly string[]): Promise<void>;
}

export interface OutboxEntry extends ClaimKey {
  readonly id: string;
}

export interface SyncRunStore {
  insert(run: SyncRun): Promise<void>;
  save(run: SyncRun): Promise<void>;
  /** Begins a new epoch in the run of this source that is under way. */
  outdate(sourceId: string): Promise<void>;
  find(id: string): Promise<SyncRun | null>;
  /** The newest, finished or not. */
  last(sourceId: string): Promise<SyncRun | null>;
}

/** Which list a source fills. */
export interface SourceOfList {
  readonly id: string;
  readonly contentType: string;
  readonly listId: string;
  /** In the admin, and not in the configuration. */
  readonly madeHere?: boolean;
  /** Removed; its people are leaving. */
  readonly isLeaving?: boolean;
  /** How often everybody of it is gone through, in a rhythm of its own; absent: with all others. */
  readonly everyMinutes?: number;
}
