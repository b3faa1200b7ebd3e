import { Screen } from '../../components/Screen';
import { useSay } from '../../words';

export default function ApprovalPage() {
  const say = useSay();
  return (
    <Screen title={say('settings.approval')} needed={['settings.read']}>
      {null}
    </Screen>
  );
}
