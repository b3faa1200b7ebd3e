import { Button, Typography } from '@strapi/design-system';
import type { Suppression } from '../../../../server/src/contracts/people';
import { useLiftSuppressionMutation } from '../../api/people';
import { Confirm } from '../../components/Confirm';
import { useFormat } from '../../components/format';
import { useAct } from '../../components/useAct';
import { useSay, type Word } from '../../words';

/** These were meant, whoever asks; the server refuses, too. */
const NEVER: Readonly<Record<string, Word>> = {
  complaint: 'suppressions.never-complaint',
  erased: 'suppressions.never-erased',
};

export function Lift({ suppression }: { readonly suppression: Suppression }) {
  const say = useSay();
  const why = NEVER[suppression.because];
  if (!why) return <LiftButton suppression={suppression} />;
  return (
    <Typography variant="pi" textColor="neutral600">
      {say(why)}
    </Typography>
  );
}

function LiftButton({
  suppression: { hash, label, text, since },
}: {
  readonly suppression: Suppression;
}) {
  const say = useSay();
  const act = useAct();
  const { dateTime } = useFormat();
  const [lift, { isLoading }] = useLiftSuppressionMutation();
  return (
    <Confirm
      title={say('suppressions.lift-question', { label })}
      text={say('suppressions.lift-consequence', { when: dateTime(since), why: text })}
      yes={say('suppressions.lift-yes')}
      onYes={() => act(() => lift(hash).unwrap(), say('suppressions.lift-done', { label }))}
    >
      <Button
        variant="tertiary"
        size="S"
        loading={isLoading}
        aria-label={say('suppressions.lift-of', { label })}
      >
        {say('suppressions.lift')}
      </Button>
    </Confirm>
  );
}
