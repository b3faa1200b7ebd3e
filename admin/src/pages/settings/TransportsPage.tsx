import { Screen } from '../../components/Screen';
import { useSay } from '../../words';

export default function TransportsPage() {
  const say = useSay();
  return (
    <Screen title={say('settings.transports')} needed={['settings.read']}>
      {null}
    </Screen>
  );
}
