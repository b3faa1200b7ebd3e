const DAY_MS = 86_400_000;

/** The day that begins at a moment, in UTC, as YYYY-MM-DD; the moment itself where none does. */
export function dayFrom(at: number): string {
  const moment = new Date(at).toISOString();
  return at % DAY_MS === 0 ? moment.slice(0, 10) : moment;
}

/** The other way round, ms since 1970; NaN for what is no day. */
export const momentOfDay = (day: string): number =>
  Date.parse(day.includes('T') ? day : `${day}T00:00Z`);
