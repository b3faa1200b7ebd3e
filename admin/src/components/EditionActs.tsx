import { Button, Flex, Typography } from '@strapi/design-system';
import { ArrowLeft, CrossCircle, PaperPlane, Play } from '@strapi/icons';
import type { ReactElement } from 'react';
import type { EditionSummary } from '../../../server/src/contracts/editions';
import { useActMutation, type EditionAct } from '../api/editions';
import { useMay } from '../permissions';
import { useSay } from '../words';
import { Confirm } from './Confirm';
import { PauseIcon } from './PauseIcon';
import { actsOn, type ActWords } from './edition-acts';
import { useFormat } from './format';
import { useAct } from './useAct';

// What can be lost is asked about under a warning sign, which is the dialog's own.
const SIGNS: Partial<Record<EditionAct, ReactElement>> = {
  start: <PaperPlane />,
  resume: <Play />,
};

const ICONS: Readonly<Record<EditionAct, ReactElement>> = {
  withdraw: <ArrowLeft />,
  start: <PaperPlane />,
  pause: <PauseIcon />,
  resume: <Play />,
  cancel: <CrossCircle />,
};

interface EditionActsProps {
  readonly edition: EditionSummary;
  /** Below each other, in a narrow place. */
  readonly isNarrow?: boolean;
}

/** What one may do with the edition now; for the rest, who can. */
export function EditionActs({ edition, isNarrow = false }: EditionActsProps) {
  const say = useSay();
  const may = useMay();
  const acts = actsOn(edition);
  const mine = acts.filter(({ needed }) => may(needed));
  const isForOthers = acts.length > 0 && mine.length === 0 && edition.state !== 'in-review';
  if (mine.length === 0 && !isForOthers) return null;
  return (
    <Flex direction={isNarrow ? 'column' : 'row'} alignItems="stretch" gap={2} wrap="wrap">
      {mine.map((words) => (
        <ActOn key={words.act} edition={edition} words={words} isNarrow={isNarrow} />
      ))}
      {isForOthers && (
        <Typography variant="pi" textColor="neutral600">
          {say('act.not-yours')}
        </Typography>
      )}
    </Flex>
  );
}

interface ActOnProps {
  readonly edition: EditionSummary;
  readonly words: ActWords;
  readonly isNarrow: boolean;
}

function ActOn({ edition, words, isNarrow }: ActOnProps) {
  const say = useSay();
  const act = useAct();
  const { number } = useFormat();
  const [run, { isLoading }] = useActMutation();
  const readers = edition.readers ?? edition.readersAtSubmit;
  const values = { name: edition.name, readers: number(readers), count: readers };
  return (
    <Confirm
      title={say(words.question, values)}
      text={say(words.consequence, values)}
      yes={say(words.label)}
      no={words.no && say(words.no)}
      variant={words.variant}
      icon={SIGNS[words.act]}
      onYes={() =>
        act(() => run({ id: edition.id, act: words.act }).unwrap(), say(words.done, values))
      }
    >
      <Button
        variant={words.variant}
        startIcon={ICONS[words.act]}
        loading={isLoading}
        fullWidth={isNarrow}
      >
        {say(words.label)}
      </Button>
    </Confirm>
  );
}
