import { Flex, Typography } from '@strapi/design-system';
import { CheckCircle } from '@strapi/icons';
import type { ProblemShown } from '../../../../server/src/contracts/shapes';
import { Card } from '../../components/Card';
import { ProblemList } from '../../components/ProblemList';
import { useSay } from '../../words';

/** What the pre-flight found in the frozen copy. */
export function Checks({ problems }: { readonly problems: readonly ProblemShown[] }) {
  const say = useSay();
  return (
    <Card title={say('desk.checks')}>
      {problems.length > 0 ? (
        <ProblemList problems={problems} />
      ) : (
        <Flex gap={2}>
          <CheckCircle aria-hidden width="1.6rem" height="1.6rem" fill="success600" />
          <Typography textColor="neutral800">{say('desk.checks-well')}</Typography>
        </Flex>
      )}
    </Card>
  );
}
