import type { SubscriberDetail } from '../../../../server/src/contracts/people';
import { useLeftOutWord } from '../../components/LeftOut';
import { Mark } from '../../components/Mark';
import { Rows, type Column } from '../../components/Rows';
import { Section, SectionNote } from '../../components/Section';
import { useSay } from '../../words';

type Claim = SubscriberDetail['claims'][number];

/** Where this person comes from, and why a source does not put them on its list. */
export function Claims({ person: { claims } }: { readonly person: SubscriberDetail }) {
  const say = useSay();
  const wordOf = useLeftOutWord();
  const columns: readonly Column<Claim>[] = [
    { name: 'source', label: say('lists.source-of'), cell: ({ source }) => source },
    { name: 'id', label: say('lists.their-id'), cell: ({ externalId }) => externalId },
    {
      name: 'state',
      label: say('people.status'),
      cell: ({ leftOut }) =>
        leftOut === null ? (
          <Mark tone="success">{say('people.claim-on')}</Mark>
        ) : (
          <Mark tone="warning">{wordOf(leftOut)}</Mark>
        ),
    },
  ];
  return (
    <Section title={say('people.claims')}>
      {claims.length === 0 ? (
        <SectionNote>{say('people.claims-none')}</SectionNote>
      ) : (
        <Rows
          caption={say('people.claims')}
          columns={columns}
          rows={claims}
          keyOf={({ source, externalId }) => `${source} ${externalId}`}
        />
      )}
    </Section>
  );
}
