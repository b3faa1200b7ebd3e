import type { EditionSummary } from '../../../server/src/contracts/editions';

const MOVING: readonly string[] = ['freezing', 'sending'];
const STARTED: readonly string[] = ['freezing', 'sending', 'paused', 'sent'];
const OVER: readonly string[] = ['sent', 'sent-back', 'withdrawn', 'expired', 'void', 'cancelled'];

/** Numbers change from second to second. */
export const isMoving = (state: string): boolean => MOVING.includes(state);

/** Nothing will change any more. */
export const isOver = (state: string): boolean => OVER.includes(state);

/** There is something to report: it is being sent, or was, at least in part. */
export const hasReport = ({ state, startedAt }: EditionSummary): boolean =>
  startedAt !== null || STARTED.includes(state);
