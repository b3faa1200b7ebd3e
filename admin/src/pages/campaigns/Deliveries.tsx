import { Flex, Link, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { NavLink, useSearchParams } from 'react-router-dom';
import type { DeliveryRow } from '../../../../server/src/contracts/reports';
import { useGetDeliveriesQuery } from '../../api/sending';
import { Loaded } from '../../components/Loaded';
import { Pager, useCursor } from '../../components/Pager';
import { Rows, type Column } from '../../components/Rows';
import { Section, SectionNote } from '../../components/Section';
import { Time, useFormat } from '../../components/format';
import { paths } from '../../paths';
import { useMay } from '../../permissions';
import { useSay } from '../../words';
import { DELIVERY_STATES, useOutcomeWord } from './outcome-word';
import { UncertainActs } from './uncertain/UncertainActs';
import { WhatIsKnown } from './uncertain/WhatIsKnown';
import { waitsForDecision } from './uncertain/waiting';

const PAGE = 25;
const POLL_MS = 5_000;

interface DeliveriesProps {
  readonly editionId: string;
  /** They are looked at again and again. */
  readonly isMoving: boolean;
}

/** Reader by reader, masked. */
export function Deliveries({ editionId, isMoving }: DeliveriesProps) {
  const say = useSay();
  const may = useMay();
  return (
    <Section title={say('deliveries.title')} actions={may('subscriber.read') && <StateFilter />}>
      {may('subscriber.read') ? (
        <Table editionId={editionId} isMoving={isMoving} />
      ) : (
        <SectionNote>{say('deliveries.may-not')}</SectionNote>
      )}
    </Section>
  );
}

const ALL = 'all';

function StateFilter() {
  const say = useSay();
  const wordOf = useOutcomeWord();
  const [params, setParams] = useSearchParams();
  return (
    <SingleSelect
      aria-label={say('deliveries.filter')}
      size="S"
      value={params.get('outcome') ?? ALL}
      onChange={(state) => setParams(state === ALL ? {} : { outcome: String(state) })}
    >
      <SingleSelectOption value={ALL}>{say('deliveries.all')}</SingleSelectOption>
      {DELIVERY_STATES.map((state) => (
        <SingleSelectOption key={state} value={state}>
          {wordOf(state)}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
}

function Table({ editionId, isMoving }: DeliveriesProps) {
  const say = useSay();
  const state = useSearchParams()[0].get('outcome') ?? undefined;
  const columns = useColumns(editionId);
  const deliveries = useGetDeliveriesQuery(
    { id: editionId, state, after: useCursor(), limit: PAGE },
    { pollingInterval: isMoving ? POLL_MS : 0 },
  );
  return (
    <Loaded of={deliveries}>
      {({ results, next }) =>
        results.length === 0 ? (
          <SectionNote>{say('deliveries.none')}</SectionNote>
        ) : (
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Rows
              caption={say('deliveries.title')}
              columns={columns}
              rows={results}
              keyOf={({ id }) => id}
            />
            <Pager next={next} />
          </Flex>
        )
      }
    </Loaded>
  );
}

function useColumns(editionId: string): readonly Column<DeliveryRow>[] {
  const say = useSay();
  const may = useMay();
  const wordOf = useOutcomeWord();
  const { language } = useFormat();
  return [
    {
      name: 'reader',
      label: say('deliveries.reader'),
      cell: ({ subscriber: { id, label } }) =>
        label === null ? (
          say('deliveries.gone')
        ) : (
          <Link tag={NavLink} to={paths.subscriber(id)}>
            {label}
          </Link>
        ),
    },
    {
      name: 'language',
      label: say('message.language'),
      cell: ({ locale }) => language(locale),
    },
    { name: 'state', label: say('reasons.outcome'), cell: ({ state }) => wordOf(state) },
    { name: 'why', label: say('reasons.why'), cell: (row) => <Why row={row} /> },
    {
      name: 'at',
      label: say('deliveries.at'),
      cell: ({ at, attempts }) =>
        at === null ? say('shared.nothing') : <Attempt at={at} attempts={attempts} />,
    },
    ...(may('campaign.control') ? [decisionsIn(editionId, say('uncertain.acts'))] : []),
  ];
}

const decisionsIn = (editionId: string, label: string): Column<DeliveryRow> => ({
  name: 'decide',
  label,
  isLabelHidden: true,
  cell: (row) => <UncertainActs editionId={editionId} row={row} />,
});

/** When, and if it was not the first time, how often. */
function Attempt({ at, attempts }: { readonly at: number; readonly attempts: number }) {
  const say = useSay();
  const { number } = useFormat();
  return (
    <>
      <Time at={at} isShort />
      {attempts > 1 && (
        <Typography tag="div" variant="pi" textColor="neutral600">
          {say('deliveries.attempts', { count: attempts, attempts: number(attempts) })}
        </Typography>
      )}
    </>
  );
}

/** In our words, and below them in the mail server's. */
function Why({ row }: { readonly row: DeliveryRow }) {
  const { text, reply } = row;
  if (waitsForDecision(row)) return <WhatIsKnown row={row} />;
  const said = reply && [reply.code, reply.enhanced, reply.text].filter(Boolean).join(' ');
  return (
    <>
      {text}
      {said && (
        <Typography tag="div" variant="pi" textColor="neutral600">
          {said}
        </Typography>
      )}
    </>
  );
}
