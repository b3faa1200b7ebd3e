import type { CampaignProblem } from '../../domain/campaigns/problems';
import type { Complaint } from '../../domain/campaigns/setting';
import type { Result } from '../../domain/result';
import type { RefusalCode } from '../refusals';

/** What the house answers to an act: the value, or a refusal that `words/refusals.ts` has words for. */
export type Answer<T> =
  | Result<T, RefusalCode>
  | {
      readonly ok: false;
      readonly reason: 'problems';
      readonly problems: readonly CampaignProblem[];
    }
  | { readonly ok: false; readonly complaints: readonly Complaint[] };
