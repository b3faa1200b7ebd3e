import { Button } from '@strapi/design-system';
import { Play, Stop } from '@strapi/icons';
import { useGetStopQuery, useLiftStopMutation, useStopEverythingMutation } from '../api/sending';
import { useMay } from '../permissions';
import { useSay } from '../words';
import { Confirm } from './Confirm';
import { useAct } from './useAct';

/** At the foot of the menu, for everybody who sees campaigns: stopping needs no other right. */
export function StopEverything() {
  const { data: stop } = useGetStopQuery();
  const may = useMay();
  if (!stop?.stopped) return <StopButton />;
  return may('campaign.control') ? <LiftButton /> : null;
}

function StopButton() {
  const say = useSay();
  const act = useAct();
  const [stopEverything, { isLoading }] = useStopEverythingMutation();
  return (
    <Confirm
      title={say('stop.everything')}
      text={say('stop.what-happens')}
      yes={say('stop.yes')}
      variant="danger"
      onYes={() => act(() => stopEverything().unwrap(), say('stop.done'))}
    >
      <Button fullWidth variant="danger-light" startIcon={<Stop />} loading={isLoading}>
        {say('stop.everything')}
      </Button>
    </Confirm>
  );
}

function LiftButton() {
  const say = useSay();
  const act = useAct();
  const [liftStop, { isLoading }] = useLiftStopMutation();
  return (
    <Confirm
      title={say('stop.lift')}
      text={say('stop.lift-what-happens')}
      yes={say('stop.lift')}
      variant="success"
      onYes={() => act(() => liftStop().unwrap(), say('stop.lifted'))}
    >
      <Button fullWidth variant="success-light" startIcon={<Play />} loading={isLoading}>
        {say('stop.lift')}
      </Button>
    </Confirm>
  );
}
