import type { ClaimKey, PersonClaim } from '../domain/subscribers/claim';
import type { LeftOutReason, SuppressionReason } from '../domain/subscribers/subscriber';

/** What sources say of people, keyed by source and the source's own id. */
export interface ClaimStore {
  of(sourceId: string, externalIds: readonly string[]): Promise<PersonClaim[]>;
  /** All claims on these subscribers, of every source. Lock the subscribers first. */
  onSubscribers(subscriberIds: readonly string[]): Promise<PersonClaim[]>;
  /**
   * Those that decide on these subscribers, and the named ones, as the last writer left them. However many
   * name one address, of each source one decides. Lock the subscribers first.
   */
  standing(subscriberIds: readonly string[], named: readonly ClaimKey[]): Promise<PersonClaim[]>;
  /** Those of these subscribers whom no source names. */
  unclaimed(subscriberIds: readonly string[]): Promise<string[]>;
  /**
   * Unlinks who decides for one of these subscribers without an address of theirs being kept, where nobody
   * else of the same source leads to the subscriber any more. Returns the subscribers. Lock them first.
   */
  unlinkBare(subscriberIds: readonly string[]): Promise<string[]>;
  /** Whether a source names this subscriber by another external id than these. */
  isNamedBeside(subscriberId: string, externalIds: readonly string[]): Promise<boolean>;
  /** Writes all of each claim but its suppression, which `suppress` and `unsuppress` alone touch. */
  put(claims: readonly PersonClaim[], at: number): Promise<void>;
  remove(keys: readonly ClaimKey[]): Promise<void>;
  /**
   * Marks every claim on these subscribers, or, who left one list only, those of its sources, so that a
   * changed address does not bring them back.
   */
  suppress(
    subscriberIds: readonly string[],
    why: {
      readonly because: SuppressionReason;
      readonly at: number;
      readonly only?: { readonly listId: string; readonly sourceIds: readonly string[] };
    },
  ): Promise<void>;
  /**
   * Marks them as erased, whatever they were marked with before, and drops their labels. Returns how many
   * labels there were.
   */
  erase(subscriberIds: readonly string[], at: number): Promise<number>;
  /** Takes the mark back; returns the claims, which have to be read from their source again. */
  unsuppress(
    subscriberIds: readonly string[],
    at: number,
    only?: { readonly because: SuppressionReason; readonly sourceIds: readonly string[] },
  ): Promise<ClaimKey[]>;
  /**
   * Marks the claims in a stretch of external ids which the source did not name in it. Returns what is known of
   * those it named.
   */
  scan(sourceId: string, stretch: ScannedStretch, runId: string): Promise<ClaimGlance[]>;
  /** Marks these, whom the source names, but no longer for the list. */
  markLeaving(sourceId: string, externalIds: readonly string[], runId: string): Promise<void>;
  /** Claims that were marked in this run, by external id. */
  missed(run: MarkedIn, limit: number): Promise<PersonClaim[]>;
  /** How many a source has on its list, and how many of them were marked in this run. */
  countLeaving(run: MarkedIn): Promise<{ readonly leaving: number; readonly of: number }>;
  /** Takes the marks of these back: the source has them after all. */
  unmark(sourceId: string, externalIds: readonly string[]): Promise<void>;
  /** Who is not on the list and why; keyset by source and external id. */
  leftOut(query: LeftOutQuery): Promise<PersonClaim[]>;
  countLeftOut(sourceIds: readonly string[]): Promise<LeftOutCounts>;
}

export type LeftOutCounts = Partial<Record<LeftOutReason, number>>;

/** As much of a claim as tells whether its source says the same as last time. */
export type ClaimGlance = Pick<PersonClaim, 'externalId' | 'rowHash' | 'leftOut' | 'goneAt'>;

/** The claims of a source that a run has marked; after this external id, if one is given. */
export interface MarkedIn {
  readonly sourceId: string;
  readonly runId: string;
  readonly after?: string | null;
}

/** From `after` (null: the beginning), which is not in it, to `upTo` (null: the end), which is. */
export interface ScannedStretch {
  readonly after: string | null;
  readonly upTo: string | null;
  readonly named: readonly string[];
}

export interface LeftOutQuery {
  readonly sourceIds: readonly string[];
  readonly because?: LeftOutReason;
  readonly after?: ClaimKey;
  readonly limit: number;
}
