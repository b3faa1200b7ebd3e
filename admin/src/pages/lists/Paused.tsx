import { Notice } from '../../components/Notice';
import type { Source } from '../../components/SourceHealth';
import { useSay } from '../../words';

/** A source that cannot be read, because the content type has changed. */
export function Paused({ source: { id, pausedBy } }: { readonly source: Source }) {
  const say = useSay();
  if (pausedBy === null) return null;
  return (
    <Notice tone="danger" title={say('lists.paused-title', { source: id })}>
      {say('lists.paused-why', { field: pausedBy })}
    </Notice>
  );
}
