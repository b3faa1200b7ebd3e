import { Screen } from '../../components/Screen';
import { useSay } from '../../words';

export default function SetUpPage() {
  const say = useSay();
  return (
    <Screen title={say('settings.set-up')} needed={['settings.read']}>
      {null}
    </Screen>
  );
}
