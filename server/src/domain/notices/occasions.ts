import type { Decision, Edition } from '../editions/edition';
import type { EditionState } from '../editions/states';

/** What a colleague gets a notice of, once for each edition and person. */
export const OCCASIONS = ['waits', 'ends-soon', 'approved', 'sent-back'] as const;
export type Occasion = (typeof OCCASIONS)[number];

const DAY_MS = 24 * 60 * 60 * 1000;

/** How long a decision is news, in ms; one that nobody could be told of in that time is told by the admin only. */
export const NEWS_MS = DAY_MS;

/**
 * What to tell those who may countersign an edition that is in review: that it waits, and, a day before
 * it ends, that it still does. Never both at once.
 */
export function occasionOfReview(
  { submittedAt, expiresAt }: Pick<Edition, 'submittedAt' | 'expiresAt'>,
  now: number,
): 'waits' | 'ends-soon' | null {
  if (now >= expiresAt) return null;
  const remindAt = expiresAt - DAY_MS;
  return now >= remindAt && submittedAt < remindAt ? 'ends-soon' : 'waits';
}

/** States that an edition has only after everybody countersigned who must. */
const APPROVED: readonly EditionState[] = ['approved', 'scheduled', 'freezing', 'sending', 'sent'];

/** What to tell whoever submitted it; null while somebody else still has to countersign, or they took it back. */
export function occasionOfDecision(
  { state }: Pick<Edition, 'state'>,
  { kind }: Pick<Decision, 'kind'>,
): 'approved' | 'sent-back' | null {
  if (kind === 'send-back') return 'sent-back';
  return APPROVED.includes(state) ? 'approved' : null;
}
