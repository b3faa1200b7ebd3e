import type { RateGrant, RateLine } from '../domain/delivery/rate';

/** How fast transports may be used, by all processes together. */
export interface RateStore {
  /**
   * Takes the next messages of all these lines, a small group of them at most.
   * Null: nobody can say now; begin nothing.
   *
   * @param lines at least one, the same in every process
   * @param most at least 1
   */
  take(lines: readonly RateLine[], most: number, when?: RateTime): Promise<RateGrant | null>;
  /** Of whatever it holds open. */
  close(): Promise<void>;
}

/** `soon`: what begins within half a second is taken too, so that no time is lost; `now`: only what begins at once. */
export type RateTime = 'soon' | 'now';

export interface Rates extends Pick<RateStore, 'take'> {
  wait(ms: number): Promise<void>;
}

/** How many messages each transport has begun on which day, in all processes. Days as `2026-11-27`. */
export interface DayStore {
  /** Adds up to `most` to the day's messages, as long as they stay within the limit; how many that were. */
  take(transportId: string, day: string, limits: DayLimits): Promise<number>;
  /** What was taken and did not begin. */
  giveBack(transportId: string, day: string, messages: number): Promise<void>;
  used(transportId: string, day: string): Promise<number>;
  /** Null: it has never taken any. */
  firstDay(transportId: string): Promise<string | null>;
}

export interface DayLimits {
  readonly limit: number;
  readonly most: number;
}
