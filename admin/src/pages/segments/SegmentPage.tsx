import { useParams } from 'react-router-dom';
import { useGetSegmentQuery } from '../../api/segments';
import { BackLink } from '../../components/BackLink';
import { Loaded } from '../../components/Loaded';
import { Notice } from '../../components/Notice';
import { Screen } from '../../components/Screen';
import { paths } from '../../paths';
import { useMay } from '../../permissions';
import { useSay } from '../../words';
import { SegmentEditor } from './SegmentEditor';
import { SegmentResult } from './SegmentResult';

/** One segment, to look at or to build on; without an id, a new one. */
export default function SegmentPage() {
  const { segmentId } = useParams();
  return segmentId === undefined ? <NewSegment /> : <KnownSegment key={segmentId} id={segmentId} />;
}

function NewSegment() {
  const say = useSay();
  return (
    <Screen title={say('segments.new')} needed={['list.write']} back={<Back />}>
      <SegmentEditor />
    </Screen>
  );
}

function KnownSegment({ id }: { readonly id: string }) {
  const say = useSay();
  const may = useMay();
  const segment = useGetSegmentQuery(id);
  return (
    <Screen
      title={segment.data?.name ?? say('menu.segments')}
      needed={['list.read']}
      back={<Back />}
    >
      <Loaded of={segment}>
        {(known) =>
          may('list.write') ? (
            <SegmentEditor segment={known} />
          ) : (
            <>
              <Notice tone="info">{say('segments.may-not')}</Notice>
              <SegmentResult rule={known.rule} />
            </>
          )
        }
      </Loaded>
    </Screen>
  );
}

function Back() {
  const say = useSay();
  return <BackLink to={paths.segments}>{say('segments.back')}</BackLink>;
}
