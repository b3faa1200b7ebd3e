import { Notice } from '../../components/Notice';
import type { Source } from '../../components/SourceHealth';
import { useSay, useSentences, type Word } from '../../words';

const WHY: Readonly<Record<NonNullable<Source['trouble']>, Word>> = {
  unreachable: 'lists.unreadable-why-unreachable',
  refused: 'lists.unreadable-why-refused',
  timeout: 'lists.unreadable-why-timeout',
  'bad-query': 'lists.unreadable-why-bad-query',
  'bad-rows': 'lists.unreadable-why-bad-rows',
};

/** A source in another database that did not answer as it should, the last time it was asked. */
export function Unreadable({ source: { id, trouble } }: { readonly source: Source }) {
  const say = useSay();
  const sentences = useSentences();
  if (trouble === null) return null;
  return (
    <Notice tone="danger" title={say('lists.unreadable-title', { source: id })}>
      {sentences(say(WHY[trouble]), say('lists.unreadable-then'))}
    </Notice>
  );
}
