import { Typography } from '@strapi/design-system';
import type { EditionSummary } from '../../../../server/src/contracts/editions';
import { useGetEditionsQuery } from '../../api/editions';
import { Card } from '../../components/Card';
import { Loaded } from '../../components/Loaded';
import { Skeleton } from '../../components/Skeleton';
import { StateBadge } from '../../components/StateBadge';
import { useFormat } from '../../components/format';
import { paths } from '../../paths';
import { useSay } from '../../words';
import { Entries, Entry } from './Entry';
import { soonestFirst } from './soonest-first';

const POLL_MS = 30_000;

/** What is on its way to being sent, the soonest first. */
export function Next() {
  const say = useSay();
  const coming = useGetEditionsQuery(
    { state: 'in-review,approved,scheduled' },
    { pollingInterval: POLL_MS, refetchOnMountOrArgChange: true },
  );
  return (
    <Card title={say('overview.next')}>
      <Loaded of={coming} skeleton={<Skeleton rows={2} />}>
        {({ results }) => (
          <Entries none={say('overview.next-none')}>
            {soonestFirst(results).map((edition) => (
              <Coming key={edition.id} edition={edition} />
            ))}
          </Entries>
        )}
      </Loaded>
    </Card>
  );
}

function Coming({ edition }: { readonly edition: EditionSummary }) {
  const say = useSay();
  const { dateTime, number } = useFormat();
  const { id, campaignId, name, state, stateText, wishedAt, readersAtSubmit } = edition;
  const when = wishedAt === null ? say('overview.next-by-hand') : dateTime(wishedAt);
  const readers = say('audience.readers', {
    count: readersAtSubmit,
    readers: number(readersAtSubmit),
  });
  return (
    <Entry
      name={name}
      to={state === 'in-review' ? paths.desk(id) : paths.edition(campaignId, id)}
      about={<StateBadge state={state} text={stateText} />}
    >
      <Typography variant="pi" textColor="neutral600">
        {`${when} · ${readers}`}
      </Typography>
    </Entry>
  );
}
