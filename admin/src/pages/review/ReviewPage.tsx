import { Flex, Typography } from '@strapi/design-system';
import type { EditionSummary } from '../../../../server/src/contracts/editions';
import { useGetEditionsQuery } from '../../api/editions';
import { EmptyState } from '../../components/EmptyState';
import { Loaded } from '../../components/Loaded';
import { Pager, useCursor } from '../../components/Pager';
import { Screen } from '../../components/Screen';
import { useSay } from '../../words';
import { WaitingCard } from './WaitingCard';

const POLL_MS = 15_000;
const PAGE = 25;

/** What waits for a second person. */
export default function ReviewPage() {
  const say = useSay();
  const before = useCursor();
  const waiting = useGetEditionsQuery(
    { state: 'in-review', before, limit: PAGE },
    { pollingInterval: POLL_MS, refetchOnMountOrArgChange: true },
  );
  return (
    <Screen title={say('menu.review')} subtitle={say('review.subtitle')} needed={['campaign.read']}>
      <Loaded of={waiting}>
        {({ results, next }) =>
          results.length === 0 ? (
            <EmptyState text={say('review.none')} />
          ) : (
            <>
              <Cards editions={results} />
              <Pager next={next} />
            </>
          )
        }
      </Loaded>
      <Ready />
    </Screen>
  );
}

function Cards({ editions }: { readonly editions: readonly EditionSummary[] }) {
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
      {editions.map((edition) => (
        <WaitingCard key={edition.id} edition={edition} />
      ))}
    </Flex>
  );
}

/** Countersigned without a wished time: somebody has to start it. */
function Ready() {
  const say = useSay();
  const { data } = useGetEditionsQuery({ state: 'approved' }, { pollingInterval: POLL_MS });
  if (!data || data.results.length === 0) return null;
  return (
    <>
      <Typography tag="h2" variant="delta">
        {say('review.ready')}
      </Typography>
      <Cards editions={data.results} />
    </>
  );
}
