import type { EditionDetail } from '../../../../server/src/contracts/editions';
import { Fact } from '../../components/Facts';
import { useFormat } from '../../components/format';
import { useReport } from '../../components/useReport';
import { useSay } from '../../words';
import { DELIVERY_STATES, useOutcomeWord } from '../campaigns/outcome-word';

/** What became of the messages, in one line. */
export function Became({ edition }: { readonly edition: EditionDetail }) {
  const say = useSay();
  const wordOf = useOutcomeWord();
  const { number } = useFormat();
  const { data } = useReport(edition.id, edition.state);
  if (!data) return null;
  const counts = Object.entries(data.counts)
    .filter(([, count]) => count > 0)
    .sort(([a], [b]) => DELIVERY_STATES.indexOf(a) - DELIVERY_STATES.indexOf(b));
  return (
    <Fact label={say('proof.became')}>
      {counts.map(([state, count]) => `${wordOf(state)} ${number(count)}`).join(' · ')}
    </Fact>
  );
}
