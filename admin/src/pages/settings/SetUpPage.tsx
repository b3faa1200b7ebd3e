import { Box, Divider, Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { SetUp } from '../../../../server/src/contracts/campaigns';
import { useGetSetUpQuery } from '../../api/campaigns';
import { Loaded } from '../../components/Loaded';
import { Mark } from '../../components/Mark';
import { Notice } from '../../components/Notice';
import { Screen } from '../../components/Screen';
import { Skeleton } from '../../components/Skeleton';
import { paths } from '../../paths';
import { useSay } from '../../words';
import { RolesCard } from './RolesCard';
import { NEEDED, type Needed } from './needed';

/** All that must be there before anything is sent; for what is missing, the way there. */
export default function SetUpPage() {
  const say = useSay();
  const setUp = useGetSetUpQuery(undefined, { refetchOnMountOrArgChange: true });
  return (
    <Screen
      title={say('settings.set-up')}
      subtitle={say('settings.set-up-subtitle')}
      needed={['settings.read']}
    >
      <Loaded of={setUp} skeleton={<Skeleton rows={8} height="5.6rem" />}>
        {(known) => <Parts setUp={known} />}
      </Loaded>
      <RolesCard />
    </Screen>
  );
}

function Parts({ setUp: { missing, ready } }: { readonly setUp: SetUp }) {
  const say = useSay();
  return (
    <>
      {ready ? (
        <Notice tone="success">{say('settings.ready')}</Notice>
      ) : (
        <Notice tone="warning">{say('settings.not-ready', { count: missing.length })}</Notice>
      )}
      <Box background="neutral0" hasRadius shadow="filterShadow" tag="ul">
        {NEEDED.map((needed, at) => (
          <Box key={needed.code} tag="li">
            {at > 0 && <Divider />}
            <Part
              needed={needed}
              gap={missing.find(({ code }) => code === needed.code)?.text ?? null}
            />
          </Box>
        ))}
      </Box>
    </>
  );
}

function Part({ needed, gap }: { readonly needed: Needed; readonly gap: string | null }) {
  const say = useSay();
  return (
    <Flex padding={5} gap={4} justifyContent="space-between" alignItems="flex-start" wrap="wrap">
      <Flex direction="column" alignItems="flex-start" gap={1} flex="1" minWidth="24rem">
        <Typography tag="h2" variant="omega" fontWeight="bold">
          {say(needed.word)}
        </Typography>
        {gap !== null && (
          <>
            <Typography textColor="neutral800">{gap}</Typography>
            <WayThere to={needed.at} />
          </>
        )}
      </Flex>
      <Mark tone={gap === null ? 'success' : 'warning'}>
        {say(gap === null ? 'settings.in-order' : 'settings.missing')}
      </Mark>
    </Flex>
  );
}

function WayThere({ to }: { readonly to: Needed['at'] }) {
  const say = useSay();
  if (to === 'config') {
    return (
      <Typography variant="pi" textColor="neutral600">
        {say('settings.in-config')}
      </Typography>
    );
  }
  return (
    <Link tag={NavLink} to={paths.settings(to)}>
      {say('settings.go-to-form')}
    </Link>
  );
}
