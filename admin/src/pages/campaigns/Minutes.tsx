import { Flex } from '@strapi/design-system';
import { lazy, Suspense } from 'react';
import type { Report } from '../../../../server/src/contracts/reports';
import { Card } from '../../components/Card';
import { Disclosure } from '../../components/Disclosure';
import { Rows, type Column } from '../../components/Rows';
import { Skeleton } from '../../components/Skeleton';
import { Time, useFormat } from '../../components/format';
import { useSay } from '../../words';
import { bucketed, type Minute } from './buckets';

const MinutesChart = lazy(() => import('./MinutesChart'));

const MOST_BARS = 60;

/** Messages per minute, as a chart and, for those who read tables, as a table. */
export function Minutes({ report }: { readonly report: Report }) {
  const say = useSay();
  const buckets = bucketed(report.minutes, MOST_BARS);
  if (buckets.points.length === 0) return null;
  return (
    <Card title={say('minutes.title', { minutes: buckets.minutes })}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Suspense fallback={<Skeleton rows={1} height="24rem" />}>
          <MinutesChart points={buckets.points} />
        </Suspense>
        <Disclosure label={say('minutes.as-table')}>
          <AsTable points={buckets.points} />
        </Disclosure>
      </Flex>
    </Card>
  );
}

function AsTable({ points }: { readonly points: readonly Minute[] }) {
  const say = useSay();
  const { number } = useFormat();
  const columns: readonly Column<Minute>[] = [
    { name: 'at', label: say('minutes.from'), cell: ({ at }) => <Time at={at} isShort /> },
    {
      name: 'accepted',
      label: say('outcome.accepted-short'),
      cell: ({ accepted }) => number(accepted),
    },
    {
      name: 'deferred',
      label: say('outcome.deferred'),
      cell: ({ deferred }) => number(deferred),
    },
    {
      name: 'rejected',
      label: say('outcome.rejected'),
      cell: ({ rejected }) => number(rejected),
    },
  ];
  return (
    <Rows
      caption={say('minutes.as-table')}
      columns={columns}
      rows={points}
      keyOf={({ at }) => String(at)}
    />
  );
}
