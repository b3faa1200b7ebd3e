import type { Report } from '../../../../server/src/contracts/reports';
import { Section } from '../../components/Section';
import { Rows, type Column } from '../../components/Rows';
import { useFormat } from '../../components/format';
import { useSay } from '../../words';
import { useOutcomeWord } from './outcome-word';

type Reason = Report['reasons'][number];

/** Why not everybody got it, the most frequent first. */
export function Reasons({ report }: { readonly report: Report }) {
  const say = useSay();
  const { number } = useFormat();
  const wordOf = useOutcomeWord();
  if (report.reasons.length === 0) return null;
  const columns: readonly Column<Reason>[] = [
    { name: 'why', label: say('reasons.why'), cell: ({ text }) => text },
    { name: 'state', label: say('reasons.outcome'), cell: ({ state }) => wordOf(state) },
    { name: 'count', label: say('reasons.count'), cell: ({ count }) => number(count) },
  ];
  const mostFirst = [...report.reasons].sort((a, b) => b.count - a.count);
  return (
    <Section title={say('reasons.title')}>
      <Rows
        caption={say('reasons.title')}
        columns={columns}
        rows={mostFirst}
        keyOf={({ state, because }) => `${state} ${because}`}
      />
    </Section>
  );
}
