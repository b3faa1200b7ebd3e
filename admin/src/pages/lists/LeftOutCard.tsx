import { Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { useSearchParams } from 'react-router-dom';
import type { LeftOutRow, List } from '../../../../server/src/contracts/people';
import { useGetLeftOutQuery } from '../../api/lists';
import { LeftOut, sumOf, useLeftOutWord } from '../../components/LeftOut';
import { Loaded } from '../../components/Loaded';
import { Pager, useCursor } from '../../components/Pager';
import { Rows, type Column } from '../../components/Rows';
import { Section, SectionNote } from '../../components/Section';
import { useFormat } from '../../components/format';
import { useMay } from '../../permissions';
import { useSay } from '../../words';
import { leftOutOf } from './left-out';

const PAGE = 25;
const ALL = 'all';
const PARAM = 'because';

const useChosen = (): string | undefined => useSearchParams()[0].get(PARAM) ?? undefined;

/** By reason, without who is suppressed, for everybody who sees lists; one by one for who sees subscribers. */
export function LeftOutCard({ list }: { readonly list: List }) {
  const say = useSay();
  const may = useMay();
  const counts = leftOutOf(list);
  const isEmpty = sumOf(counts) === 0;
  const mayLook = may('subscriber.read');
  return (
    <Section
      title={say('lists.left-out-title')}
      actions={mayLook && !isEmpty && <ReasonFilter counts={counts} />}
    >
      {!mayLook && <Counts counts={counts} />}
      {mayLook && isEmpty && <SectionNote>{say('lists.left-out-none')}</SectionNote>}
      {mayLook && !isEmpty && <Table list={list} />}
    </Section>
  );
}

interface CountsProps {
  readonly counts: Readonly<Record<string, number>>;
}

function Counts({ counts }: CountsProps) {
  const say = useSay();
  return (
    <Flex
      direction="column"
      alignItems="stretch"
      gap={4}
      padding={6}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
    >
      <LeftOut counts={counts} />
      <Typography variant="pi" textColor="neutral600">
        {say('lists.left-out-may-not')}
      </Typography>
    </Flex>
  );
}

function ReasonFilter({ counts }: CountsProps) {
  const say = useSay();
  const wordOf = useLeftOutWord();
  const { number } = useFormat();
  const [, setParams] = useSearchParams();
  const chosen = useChosen() ?? ALL;
  return (
    <SingleSelect
      aria-label={say('lists.reason-filter')}
      size="S"
      value={chosen}
      onChange={(reason) => setParams(reason === ALL ? {} : { [PARAM]: String(reason) })}
    >
      <SingleSelectOption value={ALL}>
        {say('lists.reason-count', {
          reason: say('lists.all-reasons'),
          count: number(sumOf(counts)),
        })}
      </SingleSelectOption>
      {Object.entries(counts).map(([reason, count]) => (
        <SingleSelectOption key={reason} value={reason}>
          {say('lists.reason-count', { reason: wordOf(reason), count: number(count) })}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
}

function Table({ list }: { readonly list: List }) {
  const say = useSay();
  const columns = useColumns();
  const rows = useGetLeftOutQuery({
    ...{ id: list.id, because: useChosen(), after: useCursor(), limit: PAGE },
  });
  return (
    <Loaded of={rows}>
      {({ results, next }) =>
        results.length === 0 ? (
          <SectionNote>{say('lists.left-out-none')}</SectionNote>
        ) : (
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Rows
              caption={say('lists.left-out-title')}
              columns={columns}
              rows={results}
              keyOf={({ source, externalId }) => `${source} ${externalId}`}
            />
            <Pager next={next} />
          </Flex>
        )
      }
    </Loaded>
  );
}

function useColumns(): readonly Column<LeftOutRow>[] {
  const say = useSay();
  const wordOf = useLeftOutWord();
  return [
    {
      name: 'person',
      label: say('lists.person'),
      cell: ({ label }) => label ?? say('lists.nameless'),
    },
    { name: 'why', label: say('lists.why'), cell: ({ because }) => wordOf(because) },
    { name: 'source', label: say('lists.source-of'), cell: ({ source }) => source },
    { name: 'id', label: say('lists.their-id'), cell: ({ externalId }) => externalId },
  ];
}
