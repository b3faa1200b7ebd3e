import { Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { EditionSummary } from '../../../server/src/contracts/editions';
import { useGetEditionQuery } from '../api/editions';
import { EditionActs } from '../components/EditionActs';
import { Loaded } from '../components/Loaded';
import { Notice } from '../components/Notice';
import { SendingProgress } from '../components/SendingProgress';
import { Skeleton } from '../components/Skeleton';
import { useFormat } from '../components/format';
import { hasReport } from '../components/states';
import { useReport } from '../components/useReport';
import { paths } from '../paths';
import { useMay } from '../permissions';
import { useSay } from '../words';

const CHANGE_VOIDS: readonly string[] = ['in-review', 'approved', 'scheduled'];

interface OpenEditionProps {
  readonly edition: EditionSummary;
}

/** An edition that waits or is being sent, seen from the campaign it was made of. */
export function OpenEdition({ edition }: OpenEditionProps) {
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      {CHANGE_VOIDS.includes(edition.state) && <Waiting edition={edition} />}
      {edition.state === 'held' && <Notice tone="warning">{edition.stateText}</Notice>}
      {hasReport(edition) && <Progress edition={edition} />}
      <EditionActs edition={edition} isNarrow />
    </Flex>
  );
}

function Waiting({ edition }: OpenEditionProps) {
  const say = useSay();
  const may = useMay();
  const { dateTime } = useFormat();
  const isApprover = useIsApprover(edition);
  return (
    <>
      <Typography textColor="neutral800">
        {say('panel.submitted', {
          when: dateTime(edition.submittedAt),
          who: edition.submittedBy.called,
        })}
      </Typography>
      {may('campaign.write') && (
        <Notice tone="warning">
          {say(isApprover ? 'panel.approver-warning' : 'panel.change-voids')}
        </Notice>
      )}
      {isApprover && (
        <Link tag={NavLink} to={paths.desk(edition.id)}>
          {say('panel.to-the-desk')}
        </Link>
      )}
    </>
  );
}

/** Somebody who may countersign it for as long as they change nothing. */
function useIsApprover({ id, state }: EditionSummary): boolean {
  const may = useMay();
  const skip = state !== 'in-review' || !may('campaign.approve');
  const { data } = useGetEditionQuery(id, { skip });
  return !skip && (data?.mayCountersign.allowed ?? false);
}

function Progress({ edition }: { readonly edition: EditionSummary }) {
  const report = useReport(edition.id, edition.state);
  return (
    <Loaded of={report} skeleton={<Skeleton rows={1} />}>
      {(numbers) => <SendingProgress edition={edition} report={numbers} />}
    </Loaded>
  );
}
