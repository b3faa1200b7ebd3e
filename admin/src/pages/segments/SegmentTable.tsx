import { Flex, IconButton, Link, Typography } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { NavLink, useNavigate } from 'react-router-dom';
import { useCountRuleQuery } from '../../api/segments';
import { Rows, type Column } from '../../components/Rows';
import { paths } from '../../paths';
import { useMay } from '../../permissions';
import type { Segment } from '../../segments/rule';
import { useCounted } from '../../segments/useCounted';
import { useInWords } from '../../segments/useInWords';
import { useSay } from '../../words';
import { RemoveSegment } from './RemoveSegment';

export function SegmentTable({ segments }: { readonly segments: readonly Segment[] }) {
  const say = useSay();
  return (
    <Rows
      caption={say('menu.segments')}
      columns={useColumns()}
      rows={segments}
      keyOf={({ id }) => id}
    />
  );
}

function useColumns(): readonly Column<Segment>[] {
  const say = useSay();
  const may = useMay();
  const known: readonly Column<Segment>[] = [
    {
      name: 'name',
      label: say('segments.name'),
      cell: ({ id, name }) => (
        <Link tag={NavLink} to={paths.segment(id)}>
          {name}
        </Link>
      ),
    },
    { name: 'words', label: say('segments.in-words'), cell: (one) => <InWords segment={one} /> },
    { name: 'readers', label: say('segments.readers'), cell: (one) => <Readers segment={one} /> },
    {
      name: 'used-by',
      label: say('segments.used-by'),
      cell: ({ usedBy }) => say('segments.campaigns', { count: usedBy.campaigns }),
    },
  ];
  if (!may('list.write')) return known;
  const acts: Column<Segment> = {
    name: 'acts',
    label: say('segments.acts'),
    isLabelHidden: true,
    cell: (segment) => <Acts segment={segment} />,
  };
  return [...known, acts];
}

interface OfSegment {
  readonly segment: Segment;
}

function InWords({ segment: { rule } }: OfSegment) {
  const inWords = useInWords();
  // A cell keeps to one line by itself, and a rule is longer than that.
  return (
    <Typography tag="div" minWidth="28rem" style={{ whiteSpace: 'normal' }}>
      {inWords(rule)}
    </Typography>
  );
}

function Readers({ segment: { rule } }: OfSegment) {
  const say = useSay();
  const counted = useCounted();
  const { data, isError } = useCountRuleQuery(rule, { refetchOnMountOrArgChange: true });
  if (isError) return say('segments.not-counted');
  return data ? counted(data.readers, data.isExact) : '…';
}

function Acts({ segment }: OfSegment) {
  const say = useSay();
  const navigate = useNavigate();
  const { id, name } = segment;
  return (
    <Flex gap={2} justifyContent="flex-end">
      <IconButton
        label={say('segments.edit-of', { name })}
        onClick={() => navigate(paths.segment(id))}
      >
        <Pencil />
      </IconButton>
      <RemoveSegment segment={segment} />
    </Flex>
  );
}
