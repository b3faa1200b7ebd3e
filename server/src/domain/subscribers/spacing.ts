/** How seldom readers may ask to be written to, in days from one newsletter to the next. */
export const SPACING_DAYS = [7, 28] as const;
export type SpacingDays = (typeof SPACING_DAYS)[number];

const HOUR_MS = 60 * 60 * 1000;
/** A weekly newsletter that goes out a little earlier than last week is not too early. */
const SLACK_HOURS = 12;

/** For how long after one newsletter no other is sent, in ms. */
export const spacingMs = (days: number): number => (days * 24 - SLACK_HOURS) * HOUR_MS;

/** Null for what no reader can have chosen; then nothing is kept back. */
export const readSpacing = (days: number | null): SpacingDays | null =>
  SPACING_DAYS.find((known) => known === days) ?? null;
