import type { Attribute } from '../domain/segments/rule';
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
