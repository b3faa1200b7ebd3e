import { useSay, type Word } from '../../words';

const WORDS: Readonly<Record<string, Word>> = {
  pending: 'outcome.pending',
  sending: 'outcome.sending',
  accepted: 'outcome.accepted-short',
  deferred: 'outcome.deferred',
  rejected: 'outcome.rejected',
  skipped: 'outcome.skipped',
  uncertain: 'outcome.uncertain',
};

/** States of a delivery, in the order of its life. */
export const DELIVERY_STATES = Object.keys(WORDS);

export function useOutcomeWord(): (state: string) => string {
  const say = useSay();
  return (state) => {
    const word = WORDS[state];
    return word ? say(word) : state;
  };
}
