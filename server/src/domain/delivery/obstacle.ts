import type { SuppressionReason } from '../subscribers/subscriber';
import type { SkipReason } from './outcome';

/** A reader as the database knows them at the moment they would be written to. */
export interface ReaderNow {
  /** Address and name; null once erased. */
  readonly sealed: string | null;
  readonly addressHash: string;
  readonly status: 'active' | 'erased';
  readonly suppressed: SuppressionReason | null;
  /** They asked for a rest that is not over. */
  readonly isPaused: boolean;
  /** They asked for few newsletters, and had one too short a time ago. */
  readonly hadOneLately: boolean;
  /** On one of the lists the audience includes. */
  readonly isIncluded: boolean;
  /** On one of the lists it leaves out. */
  readonly isExcluded: boolean;
}

/**
 * Why a reader of a frozen audience is not written to after all; null if nothing stands in the way.
 * Whatever happened between freeze and claim counts (P5): the suppression list above all.
 *
 * @param reader null if the subscriber's row is gone
 */
export function obstacleFor(reader: ReaderNow | null): SkipReason | null {
  if (!reader || reader.status === 'erased') return 'erased';
  if (reader.suppressed) return BECAUSE[reader.suppressed];
  if (reader.sealed === null) return 'erased';
  if (!reader.isIncluded) return 'no-consent';
  if (reader.isExcluded) return 'inactive';
  if (reader.isPaused) return 'paused';
  return reader.hadOneLately ? 'too-soon' : null;
}

const BECAUSE: Record<SuppressionReason, SkipReason> = {
  unsubscribed: 'unsubscribed',
  erased: 'erased',
  'hard-bounce': 'suppressed',
  complaint: 'suppressed',
  'by-hand': 'suppressed',
};
