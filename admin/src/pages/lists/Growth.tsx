import { Flex } from '@strapi/design-system';
import { lazy, Suspense } from 'react';
import { type ListSize, useGetListSizesQuery } from '../../api/lists';
import { Card } from '../../components/Card';
import { Disclosure } from '../../components/Disclosure';
import { Rows, type Column } from '../../components/Rows';
import { Skeleton } from '../../components/Skeleton';
import { useFormat } from '../../components/format';
import { useSay } from '../../words';

const GrowthChart = lazy(() => import('./GrowthChart'));

/** One point is no line. */
const FEWEST = 2;

/** How many were on the list, day by day: as a chart and, for those who read tables, as a table. */
export function Growth({ listId }: { readonly listId: string }) {
  const say = useSay();
  const { data } = useGetListSizesQuery(listId);
  const sizes = data?.results ?? [];
  if (sizes.length < FEWEST) return null;
  return (
    <Card title={say('lists.growth')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Suspense fallback={<Skeleton rows={1} height="16rem" />}>
          <GrowthChart sizes={sizes} />
        </Suspense>
        <Disclosure label={say('lists.growth-table')}>
          <AsTable sizes={sizes} />
        </Disclosure>
      </Flex>
    </Card>
  );
}

function AsTable({ sizes }: { readonly sizes: readonly ListSize[] }) {
  const say = useSay();
  const { number, dayOnly } = useFormat();
  const columns: readonly Column<ListSize>[] = [
    { name: 'day', label: say('lists.growth-day'), cell: ({ day }) => dayOnly(day) },
    { name: 'readers', label: say('menu.subscribers'), cell: ({ readers }) => number(readers) },
  ];
  return (
    <Rows
      caption={say('lists.growth-table')}
      columns={columns}
      rows={sizes}
      keyOf={({ day }) => day}
    />
  );
}
