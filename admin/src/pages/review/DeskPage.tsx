import { Box, Flex, Grid } from '@strapi/design-system';
import { useParams } from 'react-router-dom';
import type { EditionDetail } from '../../../../server/src/contracts/editions';
import { useGetEditionQuery } from '../../api/editions';
import { Comments } from '../../comments/Comments';
import { BackLink } from '../../components/BackLink';
import { Card } from '../../components/Card';
import { Hands } from '../../components/Hands';
import { Loaded } from '../../components/Loaded';
import { Screen } from '../../components/Screen';
import { StateBadge } from '../../components/StateBadge';
import { useFormat } from '../../components/format';
import { useNow } from '../../components/useNow';
import { paths } from '../../paths';
import { useSay } from '../../words';
import { Answer, Verdict } from './Answer';
import { AsReadersSeeIt } from './AsReadersSeeIt';
import { Changes } from './Changes';
import { Checks } from './Checks';
import { Links } from './Links';
import { ToWhom } from './ToWhom';

const POLL_MS = 10_000;

/** One frozen edition, and all that bears on saying yes to it. */
export default function DeskPage() {
  const say = useSay();
  const { editionId = '' } = useParams();
  const edition = useGetEditionQuery(editionId, {
    pollingInterval: POLL_MS,
    refetchOnMountOrArgChange: true,
  });
  const subtitle = useSubtitle(edition.data);
  return (
    <Screen
      title={edition.data?.name ?? say('menu.review')}
      subtitle={subtitle}
      needed={['campaign.read']}
      back={<BackLink to={paths.review}>{say('menu.review')}</BackLink>}
      actions={edition.data && <Answer edition={edition.data} />}
      aside={
        edition.data && <StateBadge state={edition.data.state} text={edition.data.stateText} />
      }
    >
      <Loaded of={edition}>{(detail) => <Desk edition={detail} />}</Loaded>
    </Screen>
  );
}

function useSubtitle(edition: EditionDetail | undefined): string {
  const say = useSay();
  const now = useNow();
  const { shortTime, relative } = useFormat();
  if (!edition) return '';
  const submitted = say('review.submitted', {
    ...{ who: edition.submittedBy.called, when: shortTime(edition.submittedAt) },
  });
  if (edition.state !== 'in-review') return submitted;
  return `${submitted} · ${say('review.expires', { when: relative(edition.expiresAt, now) })}`;
}

function Desk({ edition }: { readonly edition: EditionDetail }) {
  const say = useSay();
  return (
    <>
      <Verdict edition={edition} />
      <Grid.Root gap={6}>
        <Grid.Item col={8} s={12} xs={12} direction="column" alignItems="stretch">
          <Flex direction="column" alignItems="stretch" gap={6}>
            <AsReadersSeeIt edition={edition} />
            <Changes editionId={edition.id} />
            <Links links={edition.content.links} />
            <Comments editionId={edition.id} />
          </Flex>
        </Grid.Item>
        <Grid.Item col={4} s={12} xs={12} direction="column" alignItems="stretch">
          <Flex direction="column" alignItems="stretch" gap={6}>
            <ToWhom edition={edition} />
            <Card title={say('desk.hands')}>
              <Hands hands={edition.hands} />
            </Card>
            <Checks problems={edition.problems} />
          </Flex>
        </Grid.Item>
      </Grid.Root>
      <Box paddingBottom={4} />
    </>
  );
}
