import { Flex, Link } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { EditionDetail } from '../../../../server/src/contracts/editions';
import { EditionActs } from '../../components/EditionActs';
import { Notice } from '../../components/Notice';
import { useFormat } from '../../components/format';
import { paths } from '../../paths';
import { useSay } from '../../words';
import { Countersign } from './Countersign';
import { SendBack } from './SendBack';
import { StillNeeded } from './StillNeeded';

/** Yes or no, for those who may. */
export function Answer({ edition }: { readonly edition: EditionDetail }) {
  if (edition.state !== 'in-review' || !edition.mayCountersign.allowed) return null;
  return (
    <Flex gap={2} wrap="wrap" justifyContent={{ medium: 'flex-end' }}>
      <SendBack edition={edition} />
      <Countersign edition={edition} />
    </Flex>
  );
}

/** Why one may not answer and who can, or what the answer was. */
export function Verdict({ edition }: { readonly edition: EditionDetail }) {
  if (edition.state !== 'in-review') return <Answered edition={edition} />;
  const { allowed, text } = edition.mayCountersign;
  return (
    <>
      {edition.approvals.required > 1 && <Signatures edition={edition} />}
      <StillNeeded of={edition.approvals} />
      {!allowed && <Notice tone="info">{text}</Notice>}
    </>
  );
}

/** Of those it needs. */
function Signatures({ edition: { approvals, decisions } }: { readonly edition: EditionDetail }) {
  const say = useSay();
  const { list } = useFormat();
  const { given, required } = approvals;
  const who = decisions.map(({ person }) => person.called);
  return (
    <Notice tone="info">
      {who.length === 0
        ? say('desk.signed-by-nobody', { required })
        : say('desk.signed-by', { who: list(who), given, required })}
    </Notice>
  );
}

/** The review is over; what happens now is on the campaign's page. */
function Answered({ edition }: { readonly edition: EditionDetail }) {
  const say = useSay();
  const last = edition.decisions.at(-1);
  return (
    <Notice
      tone={edition.state === 'approved' || edition.state === 'scheduled' ? 'success' : 'info'}
      title={edition.stateText}
      action={
        <Flex gap={4} wrap="wrap">
          <Link tag={NavLink} to={paths.edition(edition.campaignId, edition.id)}>
            {say('desk.to-the-campaign')}
          </Link>
          {edition.state === 'approved' && <EditionActs edition={edition} />}
        </Flex>
      }
    >
      {last &&
        (last.kind === 'approve'
          ? say('desk.approved-by', { who: last.person.called })
          : say('desk.sent-back-by', { who: last.person.called, reason: last.reason ?? '' }))}
    </Notice>
  );
}
