import type { CampaignSummary, Me } from '../../../server/src/contracts/campaigns';
import type { EditionSummary } from '../../../server/src/contracts/editions';
import type { Permission } from '../../../server/src/names';
import type { Page } from '../api/base';
import { useGetCampaignsQuery, useGetMeQuery } from '../api/campaigns';
import { useGetEditionsQuery } from '../api/editions';
import { useMay } from '../permissions';
import type { Loading } from './Loaded';

export type WaitingKind = 'review' | 'start' | 'held' | 'sent-back' | 'void' | 'expired';

/** An edition that waits for the person signed in, and what for. */
export interface Waiting {
  readonly kind: WaitingKind;
  readonly edition: EditionSummary;
}

type May = (permission: Permission) => boolean;

const POLL_MS = 30_000;
const looksAgain = { pollingInterval: POLL_MS, refetchOnMountOrArgChange: true };

/** What the person signed in can answer, start, decide on or mend now. */
export function useWaiting(): Loading<readonly Waiting[]> {
  const may = useMay();
  const me = useGetMeQuery();
  const editions = useGetEditionsQuery({ state: 'in-review,approved,held' }, looksAgain);
  const campaigns = useGetCampaignsQuery({}, looksAgain);
  return {
    data: together(me.data, editions.data, campaigns.data, may),
    error: me.error ?? editions.error ?? campaigns.error,
    refetch: () => [me, editions, campaigns].forEach(({ refetch }) => void refetch()),
  };
}

function together(
  me: Me | undefined,
  editions: Page<EditionSummary> | undefined,
  campaigns: Page<CampaignSummary> | undefined,
  may: May,
): Waiting[] | undefined {
  if (!me || !editions || !campaigns) return undefined;
  const { id } = me.person;
  return [
    ...waitingEditions(editions.results, id, may),
    ...waitingCampaigns(campaigns.results, id),
  ];
}

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
