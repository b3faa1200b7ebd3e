import type { SubscriberDetail } from '../../../../server/src/contracts/people';
import { useLeftOutWord } from '../../components/LeftOut';
import { Rows, type Column } from '../../components/Rows';
import { Section, SectionNote } from '../../components/Section';
import { Time } from '../../components/format';
import { useListName } from '../../components/useListName';
import { useSay, type Word } from '../../words';

type Consent = SubscriberDetail['consents'][number];

const KINDS: Readonly<Record<string, Word>> = {
  given: 'people.consent-given',
  withdrawn: 'people.consent-withdrawn',
  ended: 'people.consent-ended',
};
const WAYS: Readonly<Record<string, Word>> = {
  source: 'people.how-source',
  gone: 'people.how-gone',
  'address-changed': 'people.how-address-changed',
  'one-click': 'people.how-one-click',
  page: 'people.how-page',
  complaint: 'people.how-complaint',
  'hard-bounce': 'people.how-hard-bounce',
  'by-hand': 'people.how-by-hand',
  import: 'people.how-import',
  erasure: 'people.how-erasure',
};

/** The evidence: when and how the right to write to this person began or ended, the latest first. */
export function Consents({ person: { consents } }: { readonly person: SubscriberDetail }) {
  const say = useSay();
  const columns = useColumns();
  const latestFirst = [...consents].sort((a, b) => b.at - a.at);
  return (
    <Section title={say('people.consents')}>
      {latestFirst.length === 0 ? (
        <SectionNote>{say('people.consents-none')}</SectionNote>
      ) : (
        <Rows
          caption={say('people.consents')}
          columns={columns}
          rows={latestFirst}
          keyOf={({ list, kind, how, at }) => [list, kind, how, at].join(' ')}
        />
      )}
    </Section>
  );
}

function useColumns(): readonly Column<Consent>[] {
  const say = useSay();
  const nameOf = useListName();
  const leftOutWord = useLeftOutWord();
  const wordOf = (words: Readonly<Record<string, Word>>, code: string) => {
    const word = words[code];
    return word ? say(word) : leftOutWord(code);
  };
  return [
    { name: 'kind', label: say('people.consent'), cell: ({ kind }) => wordOf(KINDS, kind) },
    { name: 'list', label: say('lists.name'), cell: ({ list }) => nameOf(list) },
    { name: 'how', label: say('people.how'), cell: ({ how }) => wordOf(WAYS, how) },
    {
      name: 'wording',
      label: say('people.wording'),
      cell: ({ kind, wording }) =>
        wording ?? (kind === 'given' ? say('people.wording-unknown') : ''),
    },
    { name: 'at', label: say('people.when'), cell: ({ at }) => <Time at={at} isShort /> },
  ];
}
