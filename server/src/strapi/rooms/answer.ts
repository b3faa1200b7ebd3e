import type { CampaignProblem } from '../../domain/campaigns/problems';
import type { Complaint } from '../../domain/campaigns/setting';
import type { ReviewRefusal } from '../../domain/reviews/refusals';
import type { RefusalCode } from '../refusals';

/** What the house answers to an act: the value, or a refusal that `words/refusals.ts` has words for. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | Refusal
  | { readonly ok: false; readonly complaints: readonly Complaint[] };

export interface Refusal {
  readonly ok: false;
  readonly reason: RefusalCode;
  /** What there is to say about the reason, the weightiest first. */
  readonly refusals?: readonly ReviewRefusal[];
  /** With `problems`. */
  readonly problems?: readonly CampaignProblem[];
}
