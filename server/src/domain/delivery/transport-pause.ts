import { TROUBLE_REASONS, type TroubleReason } from './outcome';

/** A transport that met trouble rests; every worker reads it. Times in ms since 1970. */
export interface TransportPause {
  readonly because: TroubleReason;
  readonly until: number;
  /** When the trouble began. */
  readonly since: number;
  /** Rests in a row without a message accepted between them. */
  readonly times: number;
}

/** The name of the setting that holds a transport's pause. */
export const pauseSetting = (transportId: string): string => `transport-pause:${transportId}`;

const FIRST_MS = 15_000;
const LONGEST_MS = 10 * 60_000;

/**
 * 15 s, 30 s, 1 min … up to 10 min, each up to 20 % longer by chance, so that workers do not come back
 * together. Trouble that is reported while it rests already changes nothing.
 *
 * @param random a number in [0, 1)
 */
export function restAfter(
  before: TransportPause | null,
  because: TroubleReason,
  { now, random }: { readonly now: number; readonly random: number },
): TransportPause {
  if (before && before.until > now) return before;
  const times = (before?.times ?? 0) + 1;
  const rest = Math.min(LONGEST_MS, FIRST_MS * 2 ** (times - 1)) * (1 + 0.2 * random);
  return { because, times, since: before?.since ?? now, until: now + Math.round(rest) };
}

/** A setting as it was stored; null if the transport is well. */
export function readPause(stored: unknown): TransportPause | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { because, until, since, times } = stored as Partial<Record<keyof TransportPause, unknown>>;
  const reason = TROUBLE_REASONS.find((known) => known === because);
  if (!reason || ![until, since, times].every(Number.isSafeInteger)) return null;
  return { because: reason, until: Number(until), since: Number(since), times: Number(times) };
}

/** The rest a stored setting tells of, if it is not over; null if the transport may be used. */
export function restAt(stored: unknown, now: number): TransportPause | null {
  const pause = readPause(stored);
  return pause !== null && pause.until > now ? pause : null;
}
