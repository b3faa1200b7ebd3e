import { Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { EditionDetail } from '../../../../server/src/contracts/editions';
import { Fact, Facts } from '../../components/Facts';
import { Time, useFormat } from '../../components/format';
import { useNow } from '../../components/useNow';
import { hasReport } from '../../components/states';
import { useMay } from '../../permissions';
import { OnlyThoseIn } from '../../segments/OnlyThoseIn';
import { useSay } from '../../words';
import { Became } from './Became';

interface ProofProps {
  readonly edition: EditionDetail;
}

export function Proof({ edition }: ProofProps) {
  const say = useSay();
  const may = useMay();
  const { content, startedAt, finishedAt } = edition;
  return (
    <Facts>
      <What edition={edition} />
      <Fact label={say('proof.from')}>{`${content.from.name} <${content.from.address}>`}</Fact>
      <People edition={edition} />
      <ToWhom edition={edition} />
      <OnlyThoseIn segments={content.audience.segments} />
      <Fact label={say('proof.state')}>{edition.stateText}</Fact>
      {startedAt !== null && (
        <Fact label={say('proof.started')}>
          <Time at={startedAt} />
        </Fact>
      )}
      {finishedAt !== null && (
        <Fact label={say('proof.finished')}>
          <Time at={finishedAt} />
        </Fact>
      )}
      {hasReport(edition) && may('report.read') && <Became edition={edition} />}
      <Fact label={say('proof.fingerprint')}>
        <Typography tag="code" variant="pi">
          {edition.fingerprint}
        </Typography>
      </Fact>
      <Fact label={say('proof.edition')}>
        <Typography tag="code" variant="pi">
          {edition.id}
        </Typography>
      </Fact>
      <Fact label={say('proof.made')}>
        <Time at={useNow()} />
      </Fact>
    </Facts>
  );
}

function What({ edition: { content } }: ProofProps) {
  const say = useSay();
  const { language } = useFormat();
  return (
    <Fact label={say('proof.subject')}>
      {Object.entries(content.locales).map(([locale, { subject }]) => (
        <div key={locale}>{`${language(locale)}: ${subject}`}</div>
      ))}
    </Fact>
  );
}

function People({ edition: { hands, submittedBy, submittedAt, decisions } }: ProofProps) {
  const say = useSay();
  const { number } = useFormat();
  const approvals = decisions.filter(({ kind }) => kind === 'approve');
  return (
    <>
      <Fact label={say('proof.written')}>
        {hands.map(({ person, lastAt }) => (
          <At key={person.id} at={lastAt}>
            {person.name}
          </At>
        ))}
      </Fact>
      <Fact label={say('proof.submitted')}>
        <At at={submittedAt}>{submittedBy.name}</At>
      </Fact>
      <Fact label={say('proof.countersigned')}>
        {approvals.length === 0 && say('proof.by-nobody')}
        {approvals.map(({ id, person, decidedAt, readersShown }) => (
          <At key={id} at={decidedAt}>
            {say('proof.shown-readers', {
              who: person.name,
              readers: number(readersShown ?? 0),
            })}
          </At>
        ))}
      </Fact>
    </>
  );
}

/** A line of who and when. */
const At = ({ at, children }: { readonly at: number; readonly children: ReactNode }) => (
  <div>
    {children}
    {' · '}
    <Time at={at} />
  </div>
);

function ToWhom({ edition: { lists, readers, readersAtSubmit } }: ProofProps) {
  const say = useSay();
  const { list, number } = useFormat();
  const count = readers ?? readersAtSubmit;
  return (
    <Fact label={say('proof.to')}>
      {[
        say('audience.readers', { count, readers: number(count) }),
        lists.exclude.length === 0
          ? list(lists.include)
          : say('desk.lists-without', {
              include: list(lists.include),
              exclude: list(lists.exclude),
            }),
      ].join(' · ')}
    </Fact>
  );
}
