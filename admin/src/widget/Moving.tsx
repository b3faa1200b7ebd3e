import { Flex } from '@strapi/design-system';
import type { EditionSummary } from '../../../server/src/contracts/editions';
import { useGetEditionsQuery } from '../api/editions';
import { SendingProgress } from '../components/SendingProgress';
import { useReport } from '../components/useReport';
import { paths } from '../paths';
import { useSay } from '../words';
import { WidgetLink } from './WidgetLink';

const POLL_MS = 10_000;
/** The home page is for a glance; the overview shows all. */
const HOW_MANY = 2;

export function Moving() {
  const say = useSay();
  const { data } = useGetEditionsQuery(
    { state: 'freezing,sending,paused', limit: HOW_MANY },
    { pollingInterval: POLL_MS, refetchOnMountOrArgChange: true },
  );
  if (!data) return '…';
  if (data.results.length === 0) return say('overview.moving-none');
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {data.results.map((edition) => (
        <One key={edition.id} edition={edition} />
      ))}
    </Flex>
  );
}

function One({ edition }: { readonly edition: EditionSummary }) {
  const { data } = useReport(edition.id, edition.state);
  return (
    <div>
      <WidgetLink to={paths.edition(edition.campaignId, edition.id)}>{edition.name}</WidgetLink>
      {data && <SendingProgress edition={edition} report={data} />}
    </div>
  );
}
