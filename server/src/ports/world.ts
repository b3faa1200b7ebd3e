import type { LogEvent } from '../names';

/** ms since 1970. */
export interface Clock {
  now(): number;
}

/** ms since some moment, with fractions; never goes back. */
export type Stopwatch = () => number;

export interface Chance {
  bytes(count: number): Uint8Array;
  /** In [0, 1). */
  number(): number;
}

/** Structured log events. No field ever holds an address. */
export interface Log {
  info(event: LogEvent, fields: LogFields): void;
  warn(event: LogEvent, fields: LogFields): void;
  /** A bug, caught at the door. */
  error(event: LogEvent, error: unknown, fields?: LogFields): void;
}
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

export interface Transactions {
  /**
   * All of `work`, or nothing of it. Joins the transaction already open around the caller. Where the
   * database gives a transaction up to end a deadlock, `work` runs again from the beginning.
   */
  within<T>(work: () => Promise<T>): Promise<T>;
}

/** The database's clock: leases and schedules are measured by one clock, whoever asks. */
export interface SharedClock {
  now(): Promise<number>;
}
