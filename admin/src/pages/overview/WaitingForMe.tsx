import { Flex, LinkButton, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { EditionSummary } from '../../../../server/src/contracts/editions';
import { useGetEditionQuery } from '../../api/editions';
import { Card } from '../../components/Card';
import { Loaded } from '../../components/Loaded';
import { Skeleton } from '../../components/Skeleton';
import { useFormat } from '../../components/format';
import { useWaiting } from '../../components/useWaiting';
import type { Waiting, WaitingKind } from '../../components/waiting';
import { paths } from '../../paths';
import { useSay, type Word } from '../../words';
import { Entries, Entry } from './Entry';

/** What only goes on when the person signed in does something. */
export function WaitingForMe() {
  const say = useSay();
  const waiting = useWaiting();
  return (
    <Card title={say('overview.waiting')}>
      <Loaded of={waiting} skeleton={<Skeleton rows={2} />}>
        {(all) => (
          <Entries none={say('overview.waiting-none')}>
            {all.map((one) => (
              <WaitingEntry key={one.edition.id} waiting={one} />
            ))}
          </Entries>
        )}
      </Loaded>
    </Card>
  );
}

const ABOUT: Readonly<Record<Exclude<WaitingKind, 'review'>, Word>> = {
  start: 'overview.to-start',
  held: 'overview.held',
  'sent-back': 'overview.to-mend',
  void: 'overview.to-mend-void',
  expired: 'overview.to-mend-expired',
};

function WaitingEntry({ waiting: { kind, edition } }: { readonly waiting: Waiting }) {
  const say = useSay();
  if (kind === 'review') return <ToReview edition={edition} />;
  const { campaignId, id, name } = edition;
  const isOpen = kind === 'start' || kind === 'held';
  const to = isOpen ? paths.edition(campaignId, id) : paths.editCampaign(campaignId);
  return (
    <Entry name={name} to={to} about={say(ABOUT[kind])}>
      <Way to={to}>{say(isOpen ? 'overview.start' : 'overview.mend')}</Way>
    </Entry>
  );
}

/** Whether one may answer differs from person to person; the server says why not. */
function ToReview({ edition }: { readonly edition: EditionSummary }) {
  const say = useSay();
  const { dateTime } = useFormat();
  const { data } = useGetEditionQuery(edition.id);
  const { submittedBy, submittedAt } = edition;
  const why = data?.mayCountersign.allowed === false ? data.mayCountersign.text : null;
  return (
    <Entry
      name={edition.name}
      to={paths.desk(edition.id)}
      about={say('review.submitted', { who: submittedBy.called, when: dateTime(submittedAt) })}
    >
      {why === null ? (
        <Way to={paths.desk(edition.id)}>{say('overview.to-review')}</Way>
      ) : (
        <Typography variant="pi" textColor="neutral600">
          {why}
        </Typography>
      )}
    </Entry>
  );
}

function Way({ to, children }: { readonly to: string; readonly children: string }) {
  return (
    <Flex paddingTop={1}>
      <LinkButton tag={NavLink} to={to} size="S" variant="secondary">
        {children}
      </LinkButton>
    </Flex>
  );
}
