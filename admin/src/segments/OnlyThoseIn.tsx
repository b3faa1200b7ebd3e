import { Fact } from '../components/Facts';
import { useSay } from '../words';
import type { NamedSegment } from './rule';
import { SegmentsInWords } from './SegmentsInWords';

interface OnlyThoseInProps {
  readonly segments: readonly NamedSegment[] | undefined;
}

/** What an audience is narrowed to, in words; nothing where it is everybody on the lists. */
export function OnlyThoseIn({ segments = [] }: OnlyThoseInProps) {
  const say = useSay();
  if (segments.length === 0) return null;
  return (
    <Fact label={say('desk.segments')}>
      <SegmentsInWords segments={segments} />
    </Fact>
  );
}
