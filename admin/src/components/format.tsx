import { useMemo } from 'react';
import { useIntl } from 'react-intl';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Numbers and times in the language of the admin. Times are ms since 1970. */
export function useFormat() {
  const intl = useIntl();
  return useMemo(
    () => ({
      number: (value: number): string => intl.formatNumber(value),
      /** @param part 0 to 1 */
      percent: (part: number): string =>
        intl.formatNumber(part, { style: 'percent', maximumFractionDigits: part < 0.01 ? 1 : 0 }),
      day: (at: number): string =>
        intl.formatDate(at, { weekday: 'short', year: 'numeric', month: 'short', day: 'numeric' }),
      /** Of a day that is the same everywhere, `2026-11-25`. */
      dayOnly: (day: string): string =>
        intl.formatDate(`${day}T00:00:00Z`, { month: 'short', day: 'numeric', timeZone: 'UTC' }),
      /** A day that begins at midnight UTC, the same one for everybody; else the moment. */
      utcDay: (at: number): string =>
        intl.formatDate(at, {
          ...{ year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' },
          ...(at % DAY_MS === 0
            ? {}
            : { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' }),
        }),
      /** With the name of the zone, since colleagues may sit in another one. */
      dateTime: (at: number, timeZone?: string): string =>
        intl.formatDate(at, {
          ...{ weekday: 'short', year: 'numeric', month: 'short', day: 'numeric' },
          ...{ hour: 'numeric', minute: '2-digit', timeZoneName: 'short', timeZone },
        }),
      /** For tables, where the zone is understood. */
      shortTime: (at: number): string =>
        intl.formatDate(at, {
          ...{ year: 'numeric', month: 'short', day: 'numeric' },
          ...{ hour: 'numeric', minute: '2-digit' },
        }),
      time: (at: number): string => intl.formatTime(at, { hour: 'numeric', minute: '2-digit' }),
      /** What comes today by its time, what comes later by its day as well. */
      soon: (at: number, now: number): string =>
        intl.formatDate(at, {
          ...(intl.formatDate(at) === intl.formatDate(now)
            ? {}
            : { weekday: 'short', month: 'short', day: 'numeric' }),
          ...{ hour: 'numeric', minute: '2-digit' },
        }),
      /** `in 6 days`, `3 hours ago`. */
      relative: (at: number, now: number): string => intl.formatRelativeTime(...distance(at - now)),
      /** `A, B and C` */
      list: (items: readonly string[]): string => intl.formatList(items, { type: 'conjunction' }),
      /** `Japanese` for `ja`. */
      language: (locale: string): string =>
        intl.formatDisplayName(locale, { type: 'language' }) ?? locale,
    }),
    [intl],
  );
}

function distance(ms: number): [number, 'minute' | 'hour' | 'day'] {
  if (Math.abs(ms) < HOUR_MS) return [Math.round(ms / MINUTE_MS), 'minute'];
  if (Math.abs(ms) < DAY_MS) return [Math.round(ms / HOUR_MS), 'hour'];
  return [Math.round(ms / DAY_MS), 'day'];
}

interface TimeProps {
  readonly at: number;
  readonly zone?: string;
  /** In a table. */
  readonly isShort?: boolean;
}

/** A moment, readable by people and by programs. */
export function Time({ at, zone, isShort = false }: TimeProps) {
  const { dateTime, shortTime } = useFormat();
  const full = dateTime(at, zone);
  return (
    <time dateTime={new Date(at).toISOString()} title={isShort ? full : undefined}>
      {isShort ? shortTime(at) : full}
    </time>
  );
}
