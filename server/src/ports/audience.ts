import type { Audience } from '../domain/audience/audience';
import type { DomainSpread } from '../domain/audience/spread';
import type { LeftOutCounts } from './claims';

/** What an audience comes to now. */
export interface AudienceCount {
  readonly readers: number;
  /** People the sources of the included lists named who are not on them, by reason. */
  readonly leftOut: LeftOutCounts;
}

/** The same readers, list by list and by where they read their mail. */
export interface AudienceSpread extends DomainSpread {
  /** Of the included ones; who is on two is in both. */
  readonly lists: readonly { readonly id: string; readonly readers: number }[];
}

export interface AudienceCounter {
  count(audience: Audience): Promise<AudienceCount>;
  /** Only who is left out, which costs next to nothing. */
  leftOut(audience: Audience): Promise<AudienceCount['leftOut']>;
  spread(audience: Audience): Promise<AudienceSpread>;
}
