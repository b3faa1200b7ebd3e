/** When an approved edition may start; ms since 1970, both ends included. */
export interface StartWindow {
  readonly notBefore: number;
  readonly notAfter: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A worker's clock and the database's may differ this much without an edition being called early. */
const EARLY_MS = MINUTE;

/** Days in which somebody may start an edition that has no wished time. */
const DAYS_WITHOUT_WISH = 7;

/**
 * Around the wished time: a minute before, and the grace after. Without a wished time seven days from
 * the approval. What comes later is held, never fired (P9).
 *
 * @param wishedAt  ms since 1970, resolved in its zone; null if somebody starts it by hand
 * @param decidedAt ms since 1970
 */
export function windowOf(
  wishedAt: number | null,
  decidedAt: number,
  config: { readonly lateGraceMinutes: number },
): StartWindow {
  if (wishedAt === null) {
    return { notBefore: decidedAt, notAfter: decidedAt + DAYS_WITHOUT_WISH * DAY };
  }
  return {
    notBefore: wishedAt - EARLY_MS,
    notAfter: wishedAt + config.lateGraceMinutes * MINUTE,
  };
}

/** Until when a review can be answered: some days, and never past the time a start would be late. */
export function reviewEndsAt(
  wishedAt: number | null,
  submittedAt: number,
  config: { readonly expiresAfterDays: number; readonly lateGraceMinutes: number },
): number {
  const patience = submittedAt + config.expiresAfterDays * DAY;
  if (wishedAt === null) return patience;
  return Math.min(patience, windowOf(wishedAt, submittedAt, config).notAfter);
}

export const placeInWindow = (window: StartWindow, now: number): 'early' | 'inside' | 'late' => {
  if (now < window.notBefore) return 'early';
  return now > window.notAfter ? 'late' : 'inside';
};
