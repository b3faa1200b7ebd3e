import type { EditionChanges } from '../../../../server/src/contracts/editions';
import type { Since } from '../../api/editions';

/** Undefined: not known yet. */
type Changed = Pick<EditionChanges, 'since'> | undefined;

/** Whether there are two earlier editions to compare with. */
export const isChoice = (sent: Changed, decided: Changed): boolean =>
  Boolean(sent?.since && decided?.since && sent.since.id !== decided.since.id);

/** Who sent it back last week wants to know what became of it, not of the edition before. */
export const moreTelling = (sent: Changed, decided: Changed): Since =>
  (decided?.since?.submittedAt ?? 0) > (sent?.since?.submittedAt ?? 0) ? 'decided' : 'sent';
