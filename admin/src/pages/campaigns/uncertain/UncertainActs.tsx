import { Button, Flex } from '@strapi/design-system';
import type { DeliveryRow } from '../../../../../server/src/contracts/reports';
import { useDecideMutation, type UncertainAct } from '../../../api/sending';
import { Confirm } from '../../../components/Confirm';
import { useAct } from '../../../components/useAct';
import { useSay, type Word } from '../../../words';
import { waitsForDecision } from './waiting';

interface ActWords {
  readonly act: UncertainAct;
  readonly label: Word;
  readonly question: Word;
  readonly consequence: Word;
  readonly done: Word;
  readonly variant: 'secondary' | 'danger-light';
}

const ACTS: readonly ActWords[] = [
  {
    act: 'close',
    label: 'uncertain.close',
    question: 'uncertain.close-question',
    consequence: 'uncertain.close-consequence',
    done: 'uncertain.close-done',
    variant: 'secondary',
  },
  {
    act: 'resend',
    label: 'uncertain.resend',
    question: 'uncertain.resend-question',
    consequence: 'uncertain.resend-consequence',
    done: 'uncertain.resend-done',
    variant: 'danger-light',
  },
];

interface UncertainActsProps {
  readonly editionId: string;
  readonly row: DeliveryRow;
}

/** Closed, or sent once more: each asks first, since neither can be taken back. */
export function UncertainActs({ editionId, row }: UncertainActsProps) {
  if (!waitsForDecision(row)) return null;
  return (
    <Flex gap={2} wrap="wrap">
      {ACTS.map((words) => (
        <Decide key={words.act} editionId={editionId} row={row} words={words} />
      ))}
    </Flex>
  );
}

function Decide({
  editionId,
  row,
  words,
}: UncertainActsProps & {
  readonly words: ActWords;
}) {
  const say = useSay();
  const act = useAct();
  const [decide, { isLoading }] = useDecideMutation();
  const reader = row.subscriber.label ?? say('deliveries.gone');
  return (
    <Confirm
      title={say(words.question, { reader })}
      text={say(words.consequence, { reader })}
      yes={say(words.label)}
      variant={words.variant}
      onYes={() =>
        act(
          () => decide({ id: editionId, delivery: row.id, act: words.act }).unwrap(),
          say(words.done),
        )
      }
    >
      <Button variant={words.variant} size="S" loading={isLoading}>
        {say(words.label)}
      </Button>
    </Confirm>
  );
}
