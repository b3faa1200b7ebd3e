import { Screen } from '../../components/Screen';
import { useSay } from '../../words';

export default function SuppressionsPage() {
  const say = useSay();
  return (
    <Screen title={say('menu.suppressions')} needed={['subscriber.read']}>
      {null}
    </Screen>
  );
}
