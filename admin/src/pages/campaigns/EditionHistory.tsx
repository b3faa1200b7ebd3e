import { Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { CampaignDetail } from '../../../../server/src/contracts/campaigns';
import type { EditionSummary } from '../../../../server/src/contracts/editions';
import { Card } from '../../components/Card';
import { Disclosure } from '../../components/Disclosure';
import { Hands } from '../../components/Hands';
import { StateBadge } from '../../components/StateBadge';
import { Time, useFormat } from '../../components/format';
import { paths } from '../../paths';
import { useSay } from '../../words';

interface EditionHistoryProps {
  readonly campaign: CampaignDetail;
  readonly shown: EditionSummary;
}

/** All editions of the campaign, the newest first, and everybody who had a hand in it. */
export function EditionHistory({ campaign, shown }: EditionHistoryProps) {
  const say = useSay();
  const { number } = useFormat();
  const { hands, history } = campaign;
  return (
    <Card title={say('history.title')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Flex tag="ol" direction="column" alignItems="stretch" gap={2}>
          {history.map((edition) => (
            <Flex key={edition.id} tag="li" gap={3} justifyContent="space-between" wrap="wrap">
              {edition.id === shown.id ? (
                <Typography fontWeight="bold">
                  <Time at={edition.submittedAt} />
                </Typography>
              ) : (
                <Link tag={NavLink} to={paths.edition(campaign.id, edition.id)}>
                  <Time at={edition.submittedAt} />
                </Link>
              )}
              <StateBadge state={edition.state} text={edition.stateText} />
            </Flex>
          ))}
        </Flex>
        <Disclosure label={say('panel.hands', { hands: number(hands.length) })}>
          <Hands hands={hands} />
        </Disclosure>
      </Flex>
    </Card>
  );
}
