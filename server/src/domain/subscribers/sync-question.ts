import type { Arrival } from './arrival';
import type { ClaimKey, KnownMembership, PersonClaim } from './claim';
import type { Voices } from './voice';

/** What a source said, and what we hold on everybody it touches. */
export interface SyncQuestion {
  readonly sourceId: string;
  readonly listId: string;
  /** All sources that fill this list, this one included. */
  readonly sourcesOfList: readonly string[];
  /** Of all sources, of whatever list. */
  readonly voices: Voices;
  readonly arrivals: readonly Arrival[];
  /** People the source no longer has. */
  readonly departures: readonly ClaimKey[];
  /** Every claim of these people, and those that decide on each subscriber they are, or were, linked to. */
  readonly claims: readonly PersonClaim[];
  /** Of the same subscribers. */
  readonly memberships: readonly KnownMembership[];
  /** ms since 1970. */
  readonly now: number;
}
