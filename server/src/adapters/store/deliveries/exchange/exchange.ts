import type { Marking, Settling } from '../../../../ports';

export interface Exchange {
  readonly settling: readonly Settling[];
  readonly marking: Marking | null;
  /** ms since 1970. */
  readonly at: number;
}

export interface Exchanged {
  /** How many of the settlements were. */
  readonly settled: number;
  /** None unless all were settled. */
  readonly marked: string[];
}

export const countOf = (settling: readonly Settling[]): number =>
  settling.reduce((sum, { settlements }) => sum + settlements.length, 0);
