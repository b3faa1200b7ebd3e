import { Screen } from '../../components/Screen';
import { useSay } from '../../words';

export default function SubscribersPage() {
  const say = useSay();
  return (
    <Screen title={say('menu.subscribers')} needed={['subscriber.read']}>
      {null}
    </Screen>
  );
}
