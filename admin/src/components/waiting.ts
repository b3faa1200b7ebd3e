import type { CampaignSummary } from '../../../server/src/contracts/campaigns';
import type { EditionSummary } from '../../../server/src/contracts/editions';
import type { Permission } from '../../../server/src/names';

export type WaitingKind = 'review' | 'start' | 'held' | 'sent-back' | 'void' | 'expired';

/** An edition that waits for the person signed in, and what for. */
export interface Waiting {
  readonly kind: WaitingKind;
  readonly edition: EditionSummary;
}

export type May = (permission: Permission) => boolean;

/** Whoever submitted an edition had a hand in it: it waits for somebody else. */
export function waitingEditions(
  editions: readonly EditionSummary[],
  me: string,
  may: May,
): Waiting[] {
  return editions.flatMap((edition): Waiting[] => {
    const { state, submittedBy, wishedAt } = edition;
    if (state === 'in-review' && may('campaign.approve') && submittedBy.id !== me)
      return [{ kind: 'review', edition }];
    if (state === 'approved' && wishedAt === null && may('campaign.schedule'))
      return [{ kind: 'start', edition }];
    if (state === 'held' && may('campaign.control')) return [{ kind: 'held', edition }];
    return [];
  });
}

const TO_MEND = ['sent-back', 'void', 'expired'] as const;

/** Campaigns of which the last thing that happened is that they came back to whoever submitted them. */
export function waitingCampaigns(campaigns: readonly CampaignSummary[], me: string): Waiting[] {
  return campaigns.flatMap(({ edition }): Waiting[] => {
    if (edition?.submittedBy.id !== me) return [];
    const kind = TO_MEND.find((state) => state === edition.state);
    return kind ? [{ kind, edition }] : [];
  });
}
