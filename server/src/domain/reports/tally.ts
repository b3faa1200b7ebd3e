import type { DeliveryState } from '../delivery/outcome';

/** How many deliveries of an edition are in one state, for one reason, since one minute. */
export interface Tally {
  readonly editionId: string;
  readonly state: DeliveryState;
  readonly because: string | null;
  /** The beginning of the minute in which it was last tried or skipped, ms since 1970; null if never. */
  readonly minute: number | null;
  readonly count: number;
}
