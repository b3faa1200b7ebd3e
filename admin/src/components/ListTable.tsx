import { Flex, Link } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { List } from '../../../server/src/contracts/people';
import { paths } from '../paths';
import { useSay } from '../words';
import { sumOf } from './LeftOut';
import { Rows, type Column } from './Rows';
import { SourceHealth } from './SourceHealth';
import { useFormat } from './format';

/** Lists, how many readers each has, and whether it is in step with its sources. */
export function ListTable({ lists }: { readonly lists: readonly List[] }) {
  const say = useSay();
  const { number } = useFormat();
  const columns: readonly Column<List>[] = [
    {
      name: 'name',
      label: say('lists.name'),
      cell: ({ id, name }) => (
        <Link tag={NavLink} to={paths.list(id)}>
          {name}
        </Link>
      ),
    },
    { name: 'readers', label: say('lists.readers'), cell: ({ readers }) => number(readers) },
    {
      name: 'left-out',
      label: say('lists.left-out'),
      cell: ({ sources }) => number(sources.reduce((sum, one) => sum + sumOf(one.leftOut), 0)),
    },
    { name: 'health', label: say('lists.health'), cell: (list) => <Health list={list} /> },
  ];
  return <Rows caption={say('menu.lists')} columns={columns} rows={lists} keyOf={({ id }) => id} />;
}

function Health({ list: { sources } }: { readonly list: List }) {
  const say = useSay();
  if (sources.length === 0) return say('shared.nothing');
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      {sources.map((source) => (
        <SourceHealth key={source.id} source={source} />
      ))}
    </Flex>
  );
}
