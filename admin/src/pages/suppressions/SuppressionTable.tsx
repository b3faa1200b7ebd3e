import type { Suppression } from '../../../../server/src/contracts/people';
import { Rows, type Column } from '../../components/Rows';
import { Time } from '../../components/format';
import { useMay } from '../../permissions';
import { useSay, type Word } from '../../words';
import { Lift } from './Lift';

const WAYS: Readonly<Record<string, Word>> = {
  page: 'suppressions.from-page',
  'one-click': 'suppressions.from-one-click',
  'by-hand': 'suppressions.from-by-hand',
  import: 'suppressions.from-import',
  complaint: 'suppressions.from-complaint',
  'hard-bounce': 'suppressions.from-hard-bounce',
  erasure: 'suppressions.from-erasure',
};

export function SuppressionTable({ rows }: { readonly rows: readonly Suppression[] }) {
  const say = useSay();
  return (
    <Rows
      caption={say('menu.suppressions')}
      columns={useColumns()}
      rows={rows}
      keyOf={({ hash }) => hash}
    />
  );
}

function useColumns(): readonly Column<Suppression>[] {
  const say = useSay();
  const may = useMay();
  const wayOf = (source: string) => {
    const word = WAYS[source];
    return word ? say(word) : source;
  };
  const known: readonly Column<Suppression>[] = [
    { name: 'who', label: say('suppressions.who'), cell: ({ label }) => label },
    { name: 'why', label: say('suppressions.why'), cell: ({ text }) => text },
    { name: 'from', label: say('suppressions.from'), cell: ({ source }) => wayOf(source) },
    {
      name: 'note',
      label: say('suppressions.note'),
      cell: ({ note }) => note ?? say('shared.nothing'),
    },
    {
      name: 'since',
      label: say('suppressions.since'),
      cell: ({ since }) => <Time at={since} isShort />,
    },
  ];
  if (!may('subscriber.write')) return known;
  const acts: Column<Suppression> = {
    name: 'acts',
    label: say('suppressions.acts'),
    isLabelHidden: true,
    cell: (suppression) => <Lift suppression={suppression} />,
  };
  return [...known, acts];
}
