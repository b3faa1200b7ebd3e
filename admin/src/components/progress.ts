import type { Report } from '../../../server/src/contracts/reports';

export const OUTCOMES = ['accepted', 'deferred', 'rejected', 'skipped', 'uncertain'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Progress {
  /** Deliveries of which nothing more is to come. */
  readonly settled: number;
  readonly readers: number;
  /** 0 to 100, whole; 100 only when nothing is left. */
  readonly percent: number;
}

/** A deferred delivery is not settled: it will be tried again. */
export function progressOf({ counts, readers }: Pick<Report, 'counts' | 'readers'>): Progress {
  const settled = countOf(counts, ['accepted', 'rejected', 'skipped', 'uncertain']);
  if (readers === 0) return { settled, readers, percent: 0 };
  const percent = Math.floor((settled / readers) * 100);
  return { settled, readers, percent: Math.min(percent, 100) };
}

const countOf = (counts: Report['counts'], outcomes: readonly Outcome[]): number =>
  outcomes.reduce((sum, outcome) => sum + (counts[outcome] ?? 0), 0);
