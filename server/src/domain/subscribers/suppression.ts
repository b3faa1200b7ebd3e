import type { SuppressionReason } from './subscriber';

/** An address that must not get campaign messages. It outlives its subscriber: all it holds is a keyed hash. */
export interface Suppression {
  readonly addressHash: string;
  readonly label: string;
  readonly because: SuppressionReason;
  /** Where it came from: `one-click`, `page`, `admin`, `relay`. */
  readonly source: string;
  /** What the person who suppressed it wrote, addresses scrubbed. */
  readonly note: string | null;
  /** ms since 1970. */
  readonly since: number;
}

/** From the lightest to the gravest; when two meet, the graver stays. */
const GRAVITY: Record<SuppressionReason, number> = {
  'by-hand': 0,
  'hard-bounce': 1,
  unsubscribed: 2,
  complaint: 3,
  erased: 4,
};

/** Of two reasons the one that stays. */
export const gravest = (one: SuppressionReason, other: SuppressionReason): SuppressionReason =>
  GRAVITY[other] > GRAVITY[one] ? other : one;

/** The suppression that stays when the address is suppressed once more. `since` is that of the first. */
export function graver(known: Suppression, next: Suppression): Suppression {
  return GRAVITY[next.because] > GRAVITY[known.because] ? { ...next, since: known.since } : known;
}

/**
 * Whether a person in the admin may lift it. An unsubscribe can be a slip that the reader asks to have
 * undone; a complaint or an erasure was meant.
 */
export const mayBeLifted = (because: SuppressionReason): boolean =>
  because !== 'complaint' && because !== 'erased';

/** Who stops writing, and how that is kept as evidence. */
export type WayOut =
  | 'one-click'
  | 'page'
  | 'complaint'
  | 'hard-bounce'
  | 'by-hand'
  | 'import'
  | 'erasure';

export const SUPPRESSED_BY: Record<WayOut, SuppressionReason> = {
  'one-click': 'unsubscribed',
  page: 'unsubscribed',
  complaint: 'complaint',
  'hard-bounce': 'hard-bounce',
  'by-hand': 'by-hand',
  // What the old tool said; an import names it.
  import: 'by-hand',
  erasure: 'erased',
};
