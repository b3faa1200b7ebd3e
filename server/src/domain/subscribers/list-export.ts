import type { Asking } from '../access/asking';

/** What is written down of an export; that its time is over, the clock says. */
export const EXPORT_STATES = ['asked', 'allowed', 'refused', 'withdrawn'] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

const HOUR_MS = 60 * 60 * 1000;
/** How long one waits for a second person: a week, as a review does. */
export const WAITS_MS = 7 * 24 * HOUR_MS;
/** How long it can be downloaded once it is allowed. */
export const KEPT_MS = 24 * HOUR_MS;
/** Once for the work, and for a browser that lost it. */
export const MOST_DOWNLOADS = 3;
/** By one person. */
export const ASKS_A_DAY = 5;

/** Somebody's wish to have the addresses of one list as a file, and what became of it. */
export interface ListExport {
  readonly id: string;
  readonly listId: string;
  readonly askedBy: string;
  readonly askedAt: number;
  readonly reason: string;
  /** On the list when it was asked for. */
  readonly readers: number;
  readonly state: ExportState;
  /** Who allowed or refused it. */
  readonly decidedBy: string | null;
  readonly decidedAt: number | null;
  /** Until when it waits or, once it is allowed, can be downloaded. */
  readonly until: number;
  readonly downloads: number;
}

export type ExportObstacle =
  | 'not-in-person'
  | 'own-export'
  | 'not-your-export'
  | 'somebody-was-first'
  | 'export-not-allowed'
  | 'export-over';

export function stateAt({ state, until }: ListExport, now: number): ExportState | 'expired' {
  const isOpen = state === 'asked' || state === 'allowed';
  return isOpen && until <= now ? 'expired' : state;
}

/** For allowing it, as far as the export itself says; rights and accounts are asked for besides. */
export function obstacleToAllowing(
  asked: ListExport,
  by: Asking,
  now: number,
): ExportObstacle | null {
  if (by.door !== 'admin') return 'not-in-person';
  return obstacleToRefusing(asked, by, now);
}

export function obstacleToRefusing(
  asked: ListExport,
  by: Asking,
  now: number,
): ExportObstacle | null {
  if (asked.askedBy === by.person) return 'own-export';
  return obstacleToAnswering(asked, now);
}

export function obstacleToWithdrawing(
  asked: ListExport,
  by: Asking,
  now: number,
): ExportObstacle | null {
  if (asked.askedBy !== by.person) return 'not-your-export';
  const isOpen = ['asked', 'allowed'].includes(stateAt(asked, now));
  return isOpen ? null : obstacleToAnswering(asked, now);
}

export function obstacleToDownloading(
  allowed: ListExport,
  by: Asking,
  now: number,
): ExportObstacle | null {
  if (by.door !== 'admin') return 'not-in-person';
  if (allowed.askedBy !== by.person) return 'not-your-export';
  const state = stateAt(allowed, now);
  if (state === 'expired' || allowed.downloads >= MOST_DOWNLOADS) return 'export-over';
  return state === 'allowed' ? null : 'export-not-allowed';
}

function obstacleToAnswering(asked: ListExport, now: number): ExportObstacle | null {
  const state = stateAt(asked, now);
  if (state === 'expired') return 'export-over';
  return state === 'asked' ? null : 'somebody-was-first';
}
