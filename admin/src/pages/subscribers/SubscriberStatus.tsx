import type { Subscriber } from '../../../../server/src/contracts/people';
import { Mark } from '../../components/Mark';
import { useSay, type Word } from '../../words';

const BECAUSE: Readonly<Record<string, Word>> = {
  unsubscribed: 'people.because-unsubscribed',
  'hard-bounce': 'people.because-hard-bounce',
  complaint: 'people.because-complaint',
  erased: 'people.because-erased',
  'by-hand': 'people.because-by-hand',
};

/** Whether newsletters go to this person, and if not why. */
export function SubscriberStatus({
  of: { status, suppressed, lists },
}: {
  readonly of: Pick<Subscriber, 'status' | 'suppressed' | 'lists'>;
}) {
  const say = useSay();
  if (status === 'erased') return <Mark tone="neutral">{say('people.erased')}</Mark>;
  if (suppressed !== null) {
    const word = BECAUSE[suppressed];
    const because = word ? say(word) : suppressed;
    return <Mark tone="warning">{say('people.suppressed', { because })}</Mark>;
  }
  if (lists.length === 0) return <Mark tone="neutral">{say('people.on-no-list')}</Mark>;
  return <Mark tone="success">{say('people.active')}</Mark>;
}
