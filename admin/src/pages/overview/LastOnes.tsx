import { Link } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { EditionSummary } from '../../../../server/src/contracts/editions';
import type { Report } from '../../../../server/src/contracts/reports';
import { useGetEditionsQuery } from '../../api/editions';
import { useGetReportQuery } from '../../api/sending';
import { Loaded } from '../../components/Loaded';
import { Rows, type Column } from '../../components/Rows';
import { Section, SectionNote } from '../../components/Section';
import { Skeleton } from '../../components/Skeleton';
import { Time, useFormat } from '../../components/format';
import { paths } from '../../paths';
import { useSay } from '../../words';

const HOW_MANY = 5;

/** Each with the numbers that say whether something is wrong. */
export function LastOnes() {
  const say = useSay();
  const columns = useColumns();
  const sent = useGetEditionsQuery(
    { state: 'sent', limit: HOW_MANY },
    { refetchOnMountOrArgChange: true },
  );
  return (
    <Section
      title={say('overview.last')}
      actions={
        <Link tag={NavLink} to={paths.campaigns}>
          {say('overview.all-campaigns')}
        </Link>
      }
    >
      <Loaded of={sent} skeleton={<Skeleton rows={3} />}>
        {({ results }) =>
          results.length === 0 ? (
            <SectionNote>{say('overview.last-none')}</SectionNote>
          ) : (
            <Rows
              caption={say('overview.last')}
              columns={columns}
              rows={results}
              keyOf={({ id }) => id}
            />
          )
        }
      </Loaded>
    </Section>
  );
}

function useColumns(): readonly Column<EditionSummary>[] {
  const say = useSay();
  const { number } = useFormat();
  return [
    {
      name: 'name',
      label: say('campaigns.name'),
      cell: ({ id, campaignId, name }) => (
        <Link tag={NavLink} to={paths.edition(campaignId, id)}>
          {name}
        </Link>
      ),
    },
    {
      name: 'finished',
      label: say('overview.finished'),
      cell: ({ finishedAt }) =>
        finishedAt === null ? say('shared.nothing') : <Time at={finishedAt} isShort />,
    },
    {
      name: 'readers',
      label: say('overview.readers'),
      cell: ({ readers, readersAtSubmit }) => number(readers ?? readersAtSubmit),
    },
    {
      name: 'accepted',
      label: say('overview.accepted'),
      cell: ({ id }) => <Count id={id} of={({ counts }) => counts.accepted ?? 0} />,
    },
    {
      name: 'rejected',
      label: say('overview.rejected'),
      cell: ({ id }) => <Count id={id} of={({ counts }) => counts.rejected ?? 0} />,
    },
    {
      name: 'unsubscribed',
      label: say('overview.unsubscribed'),
      cell: ({ id }) => <Count id={id} of={({ unsubscribed }) => unsubscribed} />,
    },
  ];
}

interface CountProps {
  readonly id: string;
  readonly of: (report: Report) => number;
}

/** A number of the report and its part of all readers; three columns share one request. */
function Count({ id, of }: CountProps) {
  const say = useSay();
  const { number, percent } = useFormat();
  const { data } = useGetReportQuery(id);
  if (!data) return '…';
  const count = of(data);
  if (count === 0 || data.readers === 0) return number(count);
  return say('overview.count-of', {
    count: number(count),
    percent: percent(count / data.readers),
  });
}
