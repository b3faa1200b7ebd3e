import { useGetTransportsQuery } from '../../api/settings';
import { EmptyState } from '../../components/EmptyState';
import { Loaded } from '../../components/Loaded';
import { Screen } from '../../components/Screen';
import { Skeleton } from '../../components/Skeleton';
import { useSay } from '../../words';
import { DnsCard } from './DnsCard';
import { TransportCard } from './TransportCard';

/** How mail leaves this site. Changed in the configuration only: that is code somebody reviews. */
export default function TransportsPage() {
  const say = useSay();
  return (
    <Screen
      title={say('settings.transports')}
      subtitle={say('settings.transports-subtitle')}
      needed={['settings.read']}
    >
      <Transports />
      <DnsCard />
    </Screen>
  );
}

function Transports() {
  const say = useSay();
  const transports = useGetTransportsQuery(undefined, { refetchOnMountOrArgChange: true });
  return (
    <Loaded of={transports} skeleton={<Skeleton rows={1} height="20rem" />}>
      {({ transports: all }) =>
        all.length === 0 ? (
          <EmptyState text={say('settings.transports-none')} />
        ) : (
          <>
            {all.map((transport) => (
              <TransportCard key={transport.id} transport={transport} />
            ))}
          </>
        )
      }
    </Loaded>
  );
}
