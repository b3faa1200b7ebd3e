import type { EditionSummary } from '../../../../server/src/contracts/editions';
import type { Word } from '../../words';

/** The reason itself says what to do, and that nothing has gone out. */
const SAY_IT_ALL: readonly (string | null)[] = ['segment', 'repointed'];

/** What to do about a held edition, after the reason; null where that has said it. */
export function heldWord({
  heldBecause,
  startedAt,
}: Pick<EditionSummary, 'heldBecause' | 'startedAt'>): Word | null {
  const isBefore = startedAt === null;
  // On a restored database what is written here may not be what has gone out.
  if (heldBecause === 'restored') {
    return isBefore ? 'campaigns.held-restored-before' : 'campaigns.held-restored';
  }
  if (!isBefore) return 'campaigns.held-after';
  return SAY_IT_ALL.includes(heldBecause) ? null : 'campaigns.held-before';
}
