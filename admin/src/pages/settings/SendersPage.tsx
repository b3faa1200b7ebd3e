import { useGetLocalesQuery } from '../../api/locales';
import { useGetIdentityQuery, useGetSendersQuery } from '../../api/settings';
import { Card } from '../../components/Card';
import { Loaded } from '../../components/Loaded';
import { Notice } from '../../components/Notice';
import { Screen } from '../../components/Screen';
import { Skeleton } from '../../components/Skeleton';
import { useMay } from '../../permissions';
import { useSay } from '../../words';
import { IdentityForm } from './IdentityForm';
import { Senders } from './Senders';
import { languagesOf } from './languages';

/** Who newsletters are from, and what stands under each of them. */
export default function SendersPage() {
  const say = useSay();
  const may = useMay();
  return (
    <Screen
      title={say('settings.senders')}
      subtitle={say('settings.senders-subtitle')}
      needed={['settings.read']}
    >
      {!may('settings.write') && <Notice tone="info">{say('settings.may-not')}</Notice>}
      <SendersCard />
      <IdentityCard />
    </Screen>
  );
}

function SendersCard() {
  const senders = useGetSendersQuery(undefined, { refetchOnMountOrArgChange: true });
  const say = useSay();
  return (
    <Loaded
      of={senders}
      skeleton={
        <Card title={say('settings.senders-title')}>
          <Skeleton rows={2} />
        </Card>
      }
    >
      {({ senders: all }) => <Senders senders={all} />}
    </Loaded>
  );
}

function IdentityCard() {
  const say = useSay();
  const identity = useGetIdentityQuery();
  // Without the internationalization plugin there is no answer, and no need of one.
  const { data: locales = [], isLoading } = useGetLocalesQuery();
  const known = isLoading ? { ...identity, data: undefined } : identity;
  return (
    <Card title={say('settings.identity-title')}>
      <Loaded of={known} skeleton={<Skeleton rows={4} />}>
        {({ identity: saved }) => (
          <IdentityForm saved={saved} languages={languagesOf(saved, locales)} />
        )}
      </Loaded>
    </Card>
  );
}
