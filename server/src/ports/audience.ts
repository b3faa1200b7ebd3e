import type { Audience } from '../domain/audience/audience';
import type { LeftOutCounts } from './people';

/** What an audience comes to now. */
export interface AudienceCount {
  readonly readers: number;
  /** People the sources of the included lists named who are not on them, by reason. */
  readonly leftOut: LeftOutCounts;
}

export interface AudienceCounter {
  count(audience: Audience): Promise<AudienceCount>;
}
