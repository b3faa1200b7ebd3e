import type { FrozenAsset } from '../domain/editions/content';
import type { Decision, Edition, FullEdition, Hand, HeldReason } from '../domain/editions/edition';
import type { Part } from '../domain/editions/parts';
import type { EditionMove, EditionState } from '../domain/editions/states';

export interface EditionStore {
  /** Once for each campaign while it is open: of two at once one gets true, the other false. */
  insert(edition: FullEdition): Promise<boolean>;
  find(id: string): Promise<Edition | null>;
  findFull(id: string): Promise<FullEdition | null>;
  /** The one that still waits or is being sent, if any. */
  findOpen(campaignId: string): Promise<Edition | null>;
  /**
   * The same as it is now, whatever the transaction around the caller has seen before, and kept from
   * others' moves until that ends.
   */
  lockOpen(campaignId: string): Promise<Edition | null>;
  /** That very one, in the same way. */
  lock(id: string): Promise<Edition | null>;
  /** Newest first; keyset by id. */
  list(query: EditionQuery): Promise<Edition[]>;
  /** Waiting for an answer, or approved and not started, for longer than they may. Oldest first. */
  findOverdue(now: number, limit: number): Promise<Edition[]>;
  /**
   * Compare-and-set along the table in domain/editions/states: of two people at once one wins.
   * Returns the edition after the move, or null if it was not in a state that can make it.
   */
  move(id: string, move: EditionMove, change: EditionChange): Promise<Edition | null>;
}

export interface EditionQuery {
  readonly ids?: readonly string[];
  readonly campaignId?: string;
  readonly states?: readonly EditionState[];
  /** Only those whose wished time is this or earlier; ms since 1970. */
  readonly wishedUntil?: number;
  readonly before?: string;
  readonly limit: number;
}

export interface EditionChange {
  readonly at: number;
  readonly heldBecause?: HeldReason | null;
  readonly readers?: number;
  readonly freezeId?: string | null;
  readonly startedAt?: number;
  readonly finishedAt?: number;
  readonly wishedAt?: number | null;
  readonly expiresAt?: number;
}

export interface HandStore {
  /** Once for each person and campaign; later calls move `lastAt`. */
  record(campaignId: string, person: string, at: number): Promise<void>;
  /** Clones inherit the hands of what they were cloned from. */
  inherit(fromCampaignId: string, toCampaignId: string, at: number): Promise<void>;
  of(campaignId: string): Promise<Hand[]>;
  /** Somebody has changed these parts; by name. In the transaction of the change, after it. */
  changed(parts: readonly string[], person: string, at: number): Promise<void>;
  /** An edition holds these parts. In the transaction that stores it. */
  freeze(editionId: string, parts: readonly Part[]): Promise<void>;
  /**
   * Those of its campaign, and whoever had changed a part it holds before it was submitted; but of a part
   * only since an earlier edition was submitted that has gone out with the very same value.
   */
  in(edition: Pick<Edition, 'id' | 'campaignId'>): Promise<Hand[]>;
  /** The campaigns this person has had a hand in themselves. */
  touchedBy(person: string): Promise<string[]>;
}

export interface DecisionStore {
  /** Oldest first. */
  since(time: number): Promise<Decision[]>;
  insert(decision: Decision): Promise<void>;
  /** The newest edition of this campaign before that one on which this person decided; its id. */
  lastBy(
    person: string,
    edition: { readonly campaignId: string; readonly before: string },
  ): Promise<string | null>;
  /** Oldest first. */
  of(editionId: string): Promise<Decision[]>;
}

export interface AssetStore {
  /** Keeps each content once. */
  put(asset: FrozenAsset, bytes: Uint8Array, at: number): Promise<void>;
  get(hash: string): Promise<{ asset: FrozenAsset; bytes: Uint8Array } | null>;
}

/** Settings made in the admin, as JSON by name; parsed by their readers. */
export interface SettingStore {
  /** Null if it was never set. */
  get(name: string): Promise<unknown>;
  set(name: string, value: unknown, by: string, at: number): Promise<void>;
  /** Keeps it from others who ask for the same until the transaction around the caller ends. */
  lock(name: string): Promise<void>;
}

/** Who did what to what, from where, with what result. Written in the act's own transaction. */
export interface AuditTrail {
  record(entry: AuditEntry): Promise<void>;
  /** In this order. */
  recordAll(entries: readonly AuditEntry[]): Promise<void>;
}

export interface AuditEntry {
  readonly at: number;
  /** Admin document id; null for the house itself or a reader. */
  readonly person: string | null;
  /** `admin`, `admin-token`, `content-api-token`, `public`, `house`, `unknown`. */
  readonly door: string;
  readonly act: string;
  /** `done`, or the reason of the refusal. */
  readonly result: string;
  readonly subject?: { readonly kind: string; readonly id: string };
  readonly ip?: string;
  /** No personal data. */
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

/** What limits and pages read of the trail. */
export interface AuditReader {
  /** How often this person has done this since then. */
  countOf(act: {
    readonly person: string;
    readonly act: string;
    readonly since: number;
  }): Promise<number>;
}
