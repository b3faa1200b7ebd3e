import { Flex, Typography } from '@strapi/design-system';
import { CrossCircle, SealCheck } from '@strapi/icons';
import type { DecisionShown } from '../../../../server/src/contracts/editions';
import { useGetEditionQuery } from '../../api/editions';
import { Card } from '../../components/Card';
import { Loaded } from '../../components/Loaded';
import { Skeleton } from '../../components/Skeleton';
import { Time, useFormat } from '../../components/format';
import { useSay } from '../../words';

/** Who countersigned it or sent it back, and why. */
export function Decisions({ editionId }: { readonly editionId: string }) {
  const say = useSay();
  const edition = useGetEditionQuery(editionId);
  return (
    <Card title={say('decisions.title')}>
      <Loaded of={edition} skeleton={<Skeleton rows={1} />}>
        {({ decisions, submittedBy, submittedAt }) => (
          <Flex tag="ol" direction="column" alignItems="stretch" gap={4}>
            <li>
              <Typography tag="div" textColor="neutral800">
                {say('decisions.submitted', { who: submittedBy.called })}
              </Typography>
              <Moment at={submittedAt} />
            </li>
            {decisions.map((decision) => (
              <Decision key={decision.id} decision={decision} />
            ))}
            {decisions.length === 0 && (
              <Typography tag="li" textColor="neutral600">
                {say('decisions.none')}
              </Typography>
            )}
          </Flex>
        )}
      </Loaded>
    </Card>
  );
}

function Decision({ decision }: { readonly decision: DecisionShown }) {
  const say = useSay();
  const { number } = useFormat();
  const { kind, person, reason, decidedAt, readersShown } = decision;
  const isYes = kind === 'approve';
  const Icon = isYes ? SealCheck : CrossCircle;
  const readers = readersShown ?? 0;
  return (
    <li>
      <Flex gap={2}>
        <Icon
          aria-hidden
          width="1.6rem"
          height="1.6rem"
          fill={isYes ? 'success600' : 'warning600'}
        />
        <Typography textColor="neutral800">
          {isYes
            ? say('decisions.approved', {
                ...{ who: person.called, readers: number(readers), count: readers },
              })
            : say('decisions.sent-back', { who: person.called })}
        </Typography>
      </Flex>
      {reason && (
        <Typography tag="blockquote" textColor="neutral800" style={{ whiteSpace: 'pre-wrap' }}>
          {reason}
        </Typography>
      )}
      <Moment at={decidedAt} />
    </li>
  );
}

function Moment({ at }: { readonly at: number }) {
  return (
    <Typography variant="pi" textColor="neutral600">
      <Time at={at} />
    </Typography>
  );
}
