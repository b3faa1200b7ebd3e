/** How long readers may rest from all mail, in days. */
export const PAUSE_DAYS = [30, 90] as const;
export type PauseDays = (typeof PAUSE_DAYS)[number];

const DAY_MS = 24 * 60 * 60 * 1000;

/** @param now ms since 1970 */
export const pausedUntil = (days: PauseDays, now: number): number => now + days * DAY_MS;

/** @param until ms since 1970; null: never asked for a rest, or has ended it */
export const isPaused = (until: number | null, now: number): boolean =>
  until !== null && until > now;
