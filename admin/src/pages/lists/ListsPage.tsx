import { Screen } from '../../components/Screen';
import { useSay } from '../../words';

export default function ListsPage() {
  const say = useSay();
  return (
    <Screen title={say('menu.lists')} needed={['list.read']}>
      {null}
    </Screen>
  );
}
