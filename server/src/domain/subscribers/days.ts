const DAY_MS = 24 * 60 * 60 * 1000;

/** The day of a time, in UTC: `2026-11-25`. @param at ms since 1970 */
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

export const daysBefore = (at: number, days: number): string => dayOf(at - days * DAY_MS);
