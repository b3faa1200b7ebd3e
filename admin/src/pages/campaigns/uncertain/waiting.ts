import type { DeliveryRow, Report } from '../../../../../server/src/contracts/reports';

/** Still for a person to decide. */
export const waitsForDecision = ({ state, because }: DeliveryRow): boolean =>
  state === 'uncertain' && because === null;

/** How many still are: a reason is given to those that were closed. */
export function countWaiting({ counts, reasons }: Pick<Report, 'counts' | 'reasons'>): number {
  const closed = reasons.filter(({ state }) => state === 'uncertain');
  return (counts.uncertain ?? 0) - closed.reduce((sum, { count }) => sum + count, 0);
}
