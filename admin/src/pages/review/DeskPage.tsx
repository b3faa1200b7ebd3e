import { Screen } from '../../components/Screen';
import { useSay } from '../../words';

export default function DeskPage() {
  const say = useSay();
  return (
    <Screen title={say('menu.review')} needed={['campaign.read']}>
      {null}
    </Screen>
  );
}
