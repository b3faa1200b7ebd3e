import { Grid } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { AsHighAsTheRow } from '../../components/AsHighAsTheRow';
import { Screen } from '../../components/Screen';
import { useMay } from '../../permissions';
import { useSay } from '../../words';
import { NewCampaign } from '../campaigns/NewCampaign';
import { BeingSent } from './BeingSent';
import { LastOnes } from './LastOnes';
import { ListsCard } from './ListsCard';
import { MyAddress } from './MyAddress';
import { Next } from './Next';
import { StillToSetUp } from './StillToSetUp';
import { WaitingForMe } from './WaitingForMe';

/** The first page in the morning. That everything is stopped stands above every page. */
export default function OverviewPage() {
  const say = useSay();
  const may = useMay();
  return (
    <Screen
      title={say('menu.overview')}
      subtitle={say('overview.subtitle')}
      needed={['campaign.read', 'list.read', 'subscriber.read', 'report.read']}
      actions={may('campaign.write') && <NewCampaign />}
    >
      {(may('campaign.approve') || may('campaign.submit')) && <MyAddress />}
      {may('campaign.read') && <Mail />}
      {may('list.read') && <ListsCard />}
    </Screen>
  );
}

function Mail() {
  return (
    <>
      <StillToSetUp />
      <Grid.Root gap={6}>
        <Part>
          <WaitingForMe />
        </Part>
        <Part>
          <BeingSent />
        </Part>
        <Part>
          <Next />
        </Part>
      </Grid.Root>
      <LastOnes />
    </>
  );
}

const Part = ({ children }: { readonly children: ReactNode }) => (
  <Grid.Item col={4} s={12} xs={12} direction="column" alignItems="stretch">
    <AsHighAsTheRow>{children}</AsHighAsTheRow>
  </Grid.Item>
);
