import type { EditionSummary } from '../../../../server/src/contracts/editions';
import { useGetEditionsQuery } from '../../api/editions';
import { Card } from '../../components/Card';
import { Loaded } from '../../components/Loaded';
import { SendingProgress } from '../../components/SendingProgress';
import { Skeleton } from '../../components/Skeleton';
import { StateBadge } from '../../components/StateBadge';
import { useReport } from '../../components/useReport';
import { paths } from '../../paths';
import { useSay } from '../../words';
import { Entries, Entry } from './Entry';

const POLL_MS = 5_000;

/** What goes out at this moment, or would if nobody had paused it. */
export function BeingSent() {
  const say = useSay();
  const moving = useGetEditionsQuery(
    { state: 'freezing,sending,paused' },
    { pollingInterval: POLL_MS, refetchOnMountOrArgChange: true },
  );
  return (
    <Card title={say('overview.moving')}>
      <Loaded of={moving} skeleton={<Skeleton rows={2} />}>
        {({ results }) => (
          <Entries none={say('overview.moving-none')}>
            {results.map((edition) => (
              <Moving key={edition.id} edition={edition} />
            ))}
          </Entries>
        )}
      </Loaded>
    </Card>
  );
}

function Moving({ edition }: { readonly edition: EditionSummary }) {
  const { id, campaignId, name, state, stateText } = edition;
  const { data } = useReport(id, state);
  return (
    <Entry
      name={name}
      to={paths.edition(campaignId, id)}
      about={<StateBadge state={state} text={stateText} />}
    >
      {data ? (
        <SendingProgress edition={edition} report={data} />
      ) : (
        <Skeleton rows={1} height="3.2rem" />
      )}
    </Entry>
  );
}
