import { LinkButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import { useGetSegmentsQuery } from '../../api/segments';
import { EmptyState } from '../../components/EmptyState';
import { Loaded } from '../../components/Loaded';
import { Screen } from '../../components/Screen';
import { paths } from '../../paths';
import { useMay } from '../../permissions';
import { useSay } from '../../words';
import { SegmentTable } from './SegmentTable';

/** All segments: who is in each, how many that is now, and what uses it. */
export default function SegmentsPage() {
  const say = useSay();
  const may = useMay();
  return (
    <Screen
      title={say('menu.segments')}
      subtitle={say('segments.subtitle')}
      needed={['list.read']}
      actions={may('list.write') && <NewSegment />}
    >
      <Segments />
    </Screen>
  );
}

function Segments() {
  const segments = useGetSegmentsQuery(undefined, { refetchOnMountOrArgChange: true });
  return (
    <Loaded of={segments}>
      {({ results }) => (results.length === 0 ? <None /> : <SegmentTable segments={results} />)}
    </Loaded>
  );
}

function None() {
  const say = useSay();
  const may = useMay();
  if (!may('list.write')) return <EmptyState text={say('segments.none-ask')} />;
  return <EmptyState text={say('segments.none')} action={<NewSegment variant="secondary" />} />;
}

function NewSegment({ variant }: { readonly variant?: 'secondary' }) {
  const say = useSay();
  return (
    <LinkButton tag={NavLink} to={paths.newSegment} variant={variant} startIcon={<Plus />}>
      {say('segments.new')}
    </LinkButton>
  );
}
