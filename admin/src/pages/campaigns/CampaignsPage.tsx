import { Screen } from '../../components/Screen';
import { useSay } from '../../words';

export default function CampaignsPage() {
  const say = useSay();
  return (
    <Screen title={say('menu.campaigns')} needed={['campaign.read']}>
      {null}
    </Screen>
  );
}
