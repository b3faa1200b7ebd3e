import type { Attribute, Rule, Segment } from '../domain/segments/rule';
import type { Traits } from '../domain/subscribers/traits';

/** What segments ask of readers, one lean row for each who is on a list. */
export interface TraitStore {
  /**
   * Gives each attribute its place, for good; that of one which is mapped no longer is taken, and emptied,
   * only when there is no other.
   */
  settle(attributes: readonly Attribute[]): Promise<void>;
  /** Of those who are on a list; of others nothing is kept. */
  put(traits: readonly Traits[]): Promise<void>;
}

export interface SegmentStore {
  /** By name. */
  all(): Promise<Segment[]>;
  find(id: string): Promise<Segment | null>;
  /** Those of these that there are. */
  some(ids: readonly string[]): Promise<Segment[]>;
  /** False: another one has this name; letter case tells no two apart. */
  insert(segment: Segment): Promise<boolean>;
  /** One that is there and, of two who save at once, only if it was last changed at `seen`, in ms since 1970. */
  save(
    segment: Segment,
    seen: number,
  ): Promise<'saved' | 'segment-name-taken' | 'changed-meanwhile'>;
  remove(id: string): Promise<void>;
}

export interface RuleCounter {
  /** Readers a rule is true of now, and all of them: who is on any list. */
  count(rule: Rule): Promise<{ readonly readers: number; readonly of: number }>;
}

/** Which segments campaigns name now; those of a document count once, in whatever languages. */
export interface SegmentUses {
  /** Campaigns by segment id; of others there are none. */
  campaigns(): Promise<ReadonlyMap<string, number>>;
}
