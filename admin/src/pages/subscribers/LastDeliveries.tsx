import { Link } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { SubscriberDetail } from '../../../../server/src/contracts/people';
import { useGetEditionQuery } from '../../api/editions';
import { Rows, type Column } from '../../components/Rows';
import { Section, SectionNote } from '../../components/Section';
import { Time } from '../../components/format';
import { paths } from '../../paths';
import { useMay } from '../../permissions';
import { useSay } from '../../words';
import { useOutcomeWord } from '../campaigns/outcome-word';

type Delivery = SubscriberDetail['deliveries'][number];

/** What this person got lately, or did not get, and why. */
export function LastDeliveries({ person: { deliveries } }: { readonly person: SubscriberDetail }) {
  const say = useSay();
  const columns = useColumns();
  return (
    <Section title={say('people.deliveries')}>
      {deliveries.length === 0 ? (
        <SectionNote>{say('people.deliveries-none')}</SectionNote>
      ) : (
        <Rows
          caption={say('people.deliveries')}
          columns={columns}
          rows={deliveries}
          keyOf={({ editionId }) => editionId}
        />
      )}
    </Section>
  );
}

function useColumns(): readonly Column<Delivery>[] {
  const say = useSay();
  const wordOf = useOutcomeWord();
  return [
    {
      name: 'edition',
      label: say('people.edition'),
      cell: ({ editionId }) => <Edition id={editionId} />,
    },
    { name: 'state', label: say('reasons.outcome'), cell: ({ state }) => wordOf(state) },
    {
      name: 'why',
      label: say('reasons.why'),
      cell: ({ because, text }) => text ?? because ?? say('shared.nothing'),
    },
    {
      name: 'at',
      label: say('people.when'),
      cell: ({ at }) => (at === null ? say('shared.nothing') : <Time at={at} isShort />),
    },
  ];
}

/** A delivery names its edition by id only; at most twenty are asked for their names. */
function Edition({ id }: { readonly id: string }) {
  const say = useSay();
  const may = useMay();
  const { data } = useGetEditionQuery(id, { skip: !may('campaign.read') });
  if (!may('campaign.read')) return say('people.edition-unnamed');
  if (!data) return '…';
  return (
    <Link tag={NavLink} to={paths.edition(data.campaignId, id)}>
      {data.name}
    </Link>
  );
}
