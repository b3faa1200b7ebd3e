import type { List } from '../../../server/src/contracts/people';
import { useSay } from '../words';
import { Mark } from './Mark';
import { useFormat } from './format';

export type Source = List['sources'][number];

export const isSyncing = ({ lastRun }: Source): boolean => lastRun?.finishedAt === null;

/** The run that is answered when somebody answers a sync that has stopped. */
export const runOf = ({ lastRun }: Source): string => lastRun?.id ?? '';

/** Whether a source and its list are in step, and since when. */
export function SourceHealth({ source }: { readonly source: Source }) {
  const say = useSay();
  const { number, dateTime } = useFormat();
  const run = source.lastRun;
  if (source.isLeaving) return <Mark tone="busy">{say('source.leaving')}</Mark>;
  if (source.pausedBy !== null) return <Mark tone="danger">{say('lists.paused')}</Mark>;
  if (source.trouble !== null) return <Mark tone="danger">{say('lists.unreadable')}</Mark>;
  if (run === null) return <Mark tone="warning">{say('lists.never-synced')}</Mark>;
  if (run.finishedAt === null) {
    return <Mark tone="busy">{say('lists.syncing', { seen: number(run.counts.seen) })}</Mark>;
  }
  if (run.state === 'braked') return <Mark tone="warning">{say('lists.braked')}</Mark>;
  if (run.state !== 'done') return <Mark tone="danger">{say('lists.broken-off')}</Mark>;
  return (
    <Mark tone="success">{say('lists.in-step-since', { when: dateTime(run.finishedAt) })}</Mark>
  );
}
