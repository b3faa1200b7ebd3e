import { Screen } from '../../components/Screen';
import { useSay } from '../../words';

export default function OverviewPage() {
  const say = useSay();
  return (
    <Screen title={say('menu.overview')} needed={['campaign.read']}>
      {null}
    </Screen>
  );
}
