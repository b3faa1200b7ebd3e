import type { Asking } from '../access/asking';
import type { SuppressionReason } from './subscriber';

/** `done`: every address of it is suppressed; until then an allowed one is under way. */
export const IMPORT_STATES = [
  'filling',
  'asked',
  'allowed',
  'done',
  'refused',
  'withdrawn',
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** Why an old tool does not write to them. An erasure is nobody's to bring. */
export const IMPORT_REASONS = [
  'unsubscribed',
  'hard-bounce',
  'complaint',
  'by-hand',
] as const satisfies readonly SuppressionReason[];
export type ImportReason = (typeof IMPORT_REASONS)[number];

const DAY_MS = 24 * 60 * 60 * 1000;
/** How long one waits for a second person, and how long its hashes are kept: a week, as a review does. */
export const WAITS_MS = 7 * DAY_MS;
export const MOST_ADDRESSES = 1_000_000;
/** By one person. */
export const IMPORTS_A_DAY = 10;
/** How many masked labels show whether the right column was read. */
export const EXAMPLES = 10;

/** An old tool's suppressions, waiting for a second person. Holds keyed hashes and masked labels, no address. */
export interface SuppressionImport {
  readonly id: string;
  readonly askedBy: string;
  readonly askedAt: number;
  readonly reason: string;
  readonly because: ImportReason;
  readonly state: ImportState;
  readonly decidedBy: string | null;
  readonly decidedAt: number | null;
  /** Until when it can be filled or answered. */
  readonly until: number;
  /** Each address once. */
  readonly addresses: number;
  /** Of them, suppressed already when it was submitted. */
  readonly known: number;
  readonly unreadable: number;
}

export type ImportObstacle =
  | 'not-in-person'
  | 'own-import'
  | 'not-your-import'
  | 'import-empty'
  | 'import-over'
  | 'somebody-was-first';

export const isOpen = ({ state }: SuppressionImport): boolean =>
  state === 'filling' || state === 'asked';

export const stateAt = (one: SuppressionImport, now: number): ImportState | 'expired' =>
  isOpen(one) && one.until <= now ? 'expired' : one.state;

/** For adding lines to it, or handing it to a second person. */
export function obstacleToFilling(
  one: SuppressionImport,
  by: Asking,
  now: number,
): ImportObstacle | null {
  if (one.askedBy !== by.person) return 'not-your-import';
  return obstacleIn(one, 'filling', now);
}

export function obstacleToSubmitting(
  one: SuppressionImport,
  by: Asking,
  now: number,
): ImportObstacle | null {
  return obstacleToFilling(one, by, now) ?? (one.addresses === 0 ? 'import-empty' : null);
}

/** As far as the import itself says; accounts are asked for besides. */
export function obstacleToAllowing(
  one: SuppressionImport,
  by: Asking,
  now: number,
): ImportObstacle | null {
  if (by.door !== 'admin') return 'not-in-person';
  return obstacleToRefusing(one, by, now);
}

export function obstacleToRefusing(
  one: SuppressionImport,
  by: Asking,
  now: number,
): ImportObstacle | null {
  if (one.askedBy === by.person) return 'own-import';
  return obstacleIn(one, 'asked', now);
}

export function obstacleToWithdrawing(
  one: SuppressionImport,
  by: Asking,
  now: number,
): ImportObstacle | null {
  if (one.askedBy !== by.person) return 'not-your-import';
  return obstacleIn(one, isOpen(one) ? one.state : 'asked', now);
}

function obstacleIn(
  one: SuppressionImport,
  needed: ImportState,
  now: number,
): ImportObstacle | null {
  const state = stateAt(one, now);
  if (state === 'expired') return 'import-over';
  return state === needed ? null : 'somebody-was-first';
}
