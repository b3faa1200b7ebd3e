import type { CampaignSummary, Me } from '../../../server/src/contracts/campaigns';
import type { EditionSummary } from '../../../server/src/contracts/editions';
import type { Page } from '../api/base';
import { useGetCampaignsQuery, useGetMeQuery } from '../api/campaigns';
import { useGetEditionsQuery } from '../api/editions';
import { useMay } from '../permissions';
import type { Loading } from './Loaded';
import { waitingCampaigns, waitingEditions, type May, type Waiting } from './waiting';

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
