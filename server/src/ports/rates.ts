import type { RateGrant } from '../domain/delivery/rate';

/** How fast a transport may be used, by all processes together. */
export interface RateStore {
  /**
   * Takes the next messages of the transport's line, a small group of them at most.
   * Null: nobody can say now; begin nothing.
   *
   * @param perSecond the same in every process
   * @param most at least 1
   */
  take(transportId: string, perSecond: number, most: number): Promise<RateGrant | null>;
  /** Of whatever it holds open. */
  close(): Promise<void>;
}

export interface Rates {
  /** Resolves when so many may begin: at most `most`, or 0: ask again. Null: nobody can say now. */
  take(transportId: string, perSecond: number, most: number): Promise<number | null>;
}
