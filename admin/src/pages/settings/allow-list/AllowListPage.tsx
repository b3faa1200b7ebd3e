import { Flex, Typography } from '@strapi/design-system';
import type { AllowListShown } from '../../../../../server/src/contracts/allow-list';
import { useGetAllowListQuery } from '../../../api/allow-list';
import { Card } from '../../../components/Card';
import { Loaded } from '../../../components/Loaded';
import { Notice } from '../../../components/Notice';
import { Screen } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { useMay } from '../../../permissions';
import { useSay } from '../../../words';
import { AddressTest } from './AddressTest';
import { Lines } from './Lines';
import { Proposal } from './Proposal';

/** From where newsletters can be reached, and a change of it that waits for a second person. */
export default function AllowListPage() {
  const say = useSay();
  const may = useMay();
  const list = useGetAllowListQuery(undefined, { refetchOnMountOrArgChange: true });
  return (
    <Screen title={say('allow.title')} subtitle={say('allow.subtitle')} needed={['settings.read']}>
      {!may('settings.write') && <Notice tone="info">{say('settings.may-not')}</Notice>}
      <Loaded of={list} skeleton={<Skeleton rows={3} height="12rem" />}>
        {(known) => (
          <>
            {known.ignoresSaved && <Notice tone="warning">{say('allow.ignored')}</Notice>}
            <Proposal list={known} />
            <Lines list={known} scope="everything" />
            <Lines list={known} scope="personal-data" />
            <Here you={known.you} />
          </>
        )}
      </Loaded>
    </Screen>
  );
}

/** Where the person comes from, as the list sees it; and what it would say to another address. */
function Here({ you: { address, hops } }: Pick<AllowListShown, 'you'>) {
  const say = useSay();
  return (
    <Card title={say('allow.test-title')}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        <div>
          <Typography tag="p">
            {address === null ? say('allow.you-unknown') : say('allow.you', { address })}
          </Typography>
          <Typography tag="p" variant="pi" textColor="neutral600">
            {say('allow.hops', { count: hops })}
          </Typography>
        </div>
        <AddressTest />
      </Flex>
    </Card>
  );
}
