import { Screen } from '../../components/Screen';
import { useSay } from '../../words';

export default function SendersPage() {
  const say = useSay();
  return (
    <Screen title={say('settings.senders')} needed={['settings.read']}>
      {null}
    </Screen>
  );
}
