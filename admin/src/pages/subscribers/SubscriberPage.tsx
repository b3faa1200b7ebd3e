import { Grid } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useParams } from 'react-router-dom';
import type { SubscriberDetail } from '../../../../server/src/contracts/people';
import { useGetSubscriberQuery } from '../../api/people';
import { AsHighAsTheRow } from '../../components/AsHighAsTheRow';
import { BackLink } from '../../components/BackLink';
import { Card } from '../../components/Card';
import { Fact, Facts } from '../../components/Facts';
import { Loaded } from '../../components/Loaded';
import { Screen } from '../../components/Screen';
import { Time, useFormat } from '../../components/format';
import { paths } from '../../paths';
import { useSay } from '../../words';
import { Claims } from './Claims';
import { Consents } from './Consents';
import { LastDeliveries } from './LastDeliveries';
import { Memberships } from './Memberships';
import { PersonalData } from './PersonalData';
import { Reveal } from './Reveal';
import { SubscriberStatus } from './SubscriberStatus';

/** One person's history, masked until somebody says why they must see the address. */
export default function SubscriberPage() {
  const { subscriberId = '' } = useParams();
  const say = useSay();
  const person = useGetSubscriberQuery(subscriberId, { refetchOnMountOrArgChange: true });
  return (
    <Screen
      title={person.data?.label ?? say('menu.subscribers')}
      needed={['subscriber.read']}
      back={<BackLink to={paths.subscribers}>{say('people.back')}</BackLink>}
    >
      {/* A key of its own: what was revealed of one person is gone with their page. */}
      <Loaded key={subscriberId} of={person}>
        {(loaded) => <Parts person={loaded} />}
      </Loaded>
    </Screen>
  );
}

function Parts({ person }: { readonly person: SubscriberDetail }) {
  return (
    <Grid.Root gap={6}>
      <Half>
        <AtAGlance person={person} />
      </Half>
      <Half>
        <Memberships person={person} />
      </Half>
      <Whole>
        <LastDeliveries person={person} />
      </Whole>
      <Whole>
        <Consents person={person} />
      </Whole>
      <Whole>
        <Claims person={person} />
      </Whole>
      <Whole>
        <PersonalData person={person} />
      </Whole>
    </Grid.Root>
  );
}

function AtAGlance({ person }: { readonly person: SubscriberDetail }) {
  const say = useSay();
  const { language } = useFormat();
  return (
    <Card title={say('people.facts')}>
      <Facts>
        <Fact label={say('people.status')}>
          <SubscriberStatus of={person} />
        </Fact>
        <Reveal person={person} />
        <Fact label={say('message.language')}>
          {person.locale === null ? say('shared.nothing') : language(person.locale)}
        </Fact>
        {person.pausedUntil !== null && (
          <Fact label={say('people.paused-until')}>
            <Time at={person.pausedUntil} />
          </Fact>
        )}
        {person.spacing !== null && (
          <Fact label={say('people.spacing')}>
            {say('people.spacing-days', { days: person.spacing })}
          </Fact>
        )}
        <Fact label={say('people.since')}>
          <Time at={person.createdAt} />
        </Fact>
      </Facts>
    </Card>
  );
}

const Half = ({ children }: { readonly children: ReactNode }) => (
  <Grid.Item col={6} s={12} xs={12} direction="column" alignItems="stretch">
    <AsHighAsTheRow>{children}</AsHighAsTheRow>
  </Grid.Item>
);

const Whole = ({ children }: { readonly children: ReactNode }) => (
  <Grid.Item col={12} s={12} xs={12} direction="column" alignItems="stretch">
    {children}
  </Grid.Item>
);
