import { useSay, type Word } from '../words';
import { Counts } from './Counts';

const REASONS: Readonly<Record<string, Word>> = {
  'no-address': 'left-out.no-address',
  'bad-address': 'left-out.bad-address',
  'no-consent': 'left-out.no-consent',
  unconfirmed: 'left-out.unconfirmed',
  blocked: 'left-out.blocked',
  suppressed: 'left-out.suppressed',
  'same-person': 'left-out.same-person',
  'no-id': 'left-out.no-id',
};

/** Why a person of a source is not on the list; a code that is new to this admin stays as it is. */
export function useLeftOutWord(): (reason: string) => string {
  const say = useSay();
  return (reason) => {
    const word = REASONS[reason];
    return word ? say(word) : reason;
  };
}

export const sumOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/** Who does not get it, by reason, the most first. Nothing if everybody does. */
export function LeftOut({ counts }: { readonly counts: Readonly<Record<string, number>> }) {
  const wordOf = useLeftOutWord();
  const reasons = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a);
  if (reasons.length === 0) return null;
  return <Counts counts={reasons.map(([reason, count]) => [wordOf(reason), count])} />;
}
