import { Flex, Grid, Link } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router-dom';
import type { CampaignDetail } from '../../../../server/src/contracts/campaigns';
import type { EditionSummary } from '../../../../server/src/contracts/editions';
import { useGetEditionQuery } from '../../api/editions';
import { Comments } from '../../comments/Comments';
import { Card } from '../../components/Card';
import { EditionActs } from '../../components/EditionActs';
import { Loaded } from '../../components/Loaded';
import { Notice } from '../../components/Notice';
import { hasReport, isMoving } from '../../components/states';
import { useReport } from '../../components/useReport';
import { paths } from '../../paths';
import { useMay } from '../../permissions';
import { SegmentsInWords } from '../../segments/SegmentsInWords';
import { useSay } from '../../words';
import { Decisions } from './Decisions';
import { Deliveries } from './Deliveries';
import { EditionHistory } from './EditionHistory';
import { heldWord } from './held-word';
import { Minutes } from './Minutes';
import { Outcomes } from './Outcomes';
import { Reasons } from './Reasons';
import { UncertainNotice } from './uncertain/UncertainNotice';

interface EditionPageProps {
  readonly campaign: CampaignDetail;
  readonly edition: EditionSummary;
}

/** How an edition is doing, or did. */
export function EditionPage({ campaign, edition }: EditionPageProps) {
  return (
    <>
      <Standing edition={edition} />
      <Narrowed editionId={edition.id} />
      {hasReport(edition) && <ReportOf edition={edition} />}
      <Grid.Root gap={6}>
        <Half>
          <Decisions editionId={edition.id} />
        </Half>
        <Half>
          <EditionHistory campaign={campaign} shown={edition} />
        </Half>
      </Grid.Root>
      <Comments editionId={edition.id} />
      <OnRecord editionId={edition.id} />
    </>
  );
}

/** Of the lists' readers only those in these segments; nothing where everybody gets it. */
function Narrowed({ editionId }: { readonly editionId: string }) {
  const say = useSay();
  const { data } = useGetEditionQuery(editionId);
  const segments = data?.content.audience.segments ?? [];
  if (segments.length === 0) return null;
  return (
    <Card title={say('desk.segments')}>
      <SegmentsInWords segments={segments} />
    </Card>
  );
}

function Half({ children }: { readonly children: ReactNode }) {
  return (
    <Grid.Item col={6} s={12} xs={12} direction="column" alignItems="stretch">
      {children}
    </Grid.Item>
  );
}

/** What there is to show to somebody who was not there. */
function OnRecord({ editionId }: { readonly editionId: string }) {
  const say = useSay();
  const may = useMay();
  return (
    <Flex gap={4} wrap="wrap">
      <Link tag={NavLink} to={paths.proof(editionId)}>
        {say('proof.of-edition')}
      </Link>
      {may('audit.read') && (
        <Link tag={NavLink} to={paths.auditOf(editionId)}>
          {say('audit.of-edition')}
        </Link>
      )}
    </Flex>
  );
}

/** What it waits for, and what can be done. */
function Standing({ edition }: { readonly edition: EditionSummary }) {
  const say = useSay();
  const { state, stateText } = edition;
  if (state === 'in-review') {
    return (
      <Notice
        tone="info"
        title={stateText}
        action={
          <Link tag={NavLink} to={paths.desk(edition.id)}>
            {say('campaigns.to-the-desk')}
          </Link>
        }
      />
    );
  }
  if (state === 'held') {
    const then = heldWord(edition);
    return (
      <Notice
        tone="warning"
        title={then ? stateText : undefined}
        action={<EditionActs edition={edition} />}
      >
        {then ? say(then) : stateText}
      </Notice>
    );
  }
  return <EditionActs edition={edition} />;
}

function ReportOf({ edition }: { readonly edition: EditionSummary }) {
  const report = useReport(edition.id, edition.state);
  return (
    <>
      <Loaded of={report}>
        {(numbers) => (
          <>
            <UncertainNotice report={numbers} />
            <Outcomes edition={edition} report={numbers} />
            <Minutes report={numbers} />
            <Reasons report={numbers} />
          </>
        )}
      </Loaded>
      <Deliveries editionId={edition.id} isMoving={isMoving(report.data?.state ?? edition.state)} />
    </>
  );
}
