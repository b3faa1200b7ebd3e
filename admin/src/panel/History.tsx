import { Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { EditionSummary } from '../../../server/src/contracts/editions';
import { Disclosure } from '../components/Disclosure';
import { StateBadge } from '../components/StateBadge';
import { Time } from '../components/format';
import { paths } from '../paths';
import { useSay } from '../words';

interface HistoryProps {
  readonly campaignId: string;
  readonly editions: readonly EditionSummary[];
}

/** Each time it was submitted, and what came of it. */
export function History({ campaignId, editions }: HistoryProps) {
  const say = useSay();
  if (editions.length === 0) return null;
  return (
    <Disclosure label={say('panel.history', { count: editions.length })}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {editions.map((edition) => (
          <Flex key={edition.id} tag="li" direction="column" alignItems="flex-start" gap={1}>
            <StateBadge state={edition.state} text={edition.stateText} mayWrap />
            <Typography variant="pi" textColor="neutral600">
              <Time at={edition.submittedAt} />
            </Typography>
            <Link tag={NavLink} to={paths.edition(campaignId, edition.id)}>
              {say('panel.open-edition')}
            </Link>
          </Flex>
        ))}
      </Flex>
    </Disclosure>
  );
}
