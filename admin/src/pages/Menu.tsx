import { Badge, Box, Divider, Flex } from '@strapi/design-system';
import { SubNav } from '@strapi/strapi/admin';
import { useLocation } from 'react-router-dom';
import { useGetEditionsQuery } from '../api/editions';
import { Disclosure } from '../components/Disclosure';
import { StopEverything } from '../components/StopEverything';
import { useFormat } from '../components/format';
import { paths } from '../paths';
import { useMay } from '../permissions';
import { useSay } from '../words';
import { HOUSE_ROOMS, MAIL_ROOMS, PEOPLE_ROOMS, type Room } from './rooms';

/** The rooms one may enter, and at its foot the brake. */
export function Menu() {
  const say = useSay();
  const may = useMay();
  return (
    <SubNav.Main aria-label={say('menu.newsletters')}>
      <SubNav.Header label={say('menu.newsletters')} />
      <Divider />
      <SubNav.Content>
        <AllRooms />
      </SubNav.Content>
      {may('campaign.read') && (
        <Box padding={4} marginTop="auto">
          <StopEverything />
        </Box>
      )}
    </SubNav.Main>
  );
}

/** On a phone a menu as tall as the screen would hide every page: it opens, and closes with the page it led to. */
export function PhoneMenu() {
  const say = useSay();
  const may = useMay();
  const { pathname } = useLocation();
  return (
    <Box
      tag="nav"
      aria-label={say('menu.newsletters')}
      background="neutral0"
      borderColor="neutral150"
      borderStyle="solid"
      borderWidth="0 0 1px 0"
      padding={4}
    >
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Disclosure key={pathname} label={say('menu.newsletters')}>
          <AllRooms />
        </Disclosure>
        {may('campaign.read') && <StopEverything />}
      </Flex>
    </Box>
  );
}

function AllRooms() {
  const say = useSay();
  return (
    <SubNav.Sections>
      {[
        <Rooms key="mail" label={say('menu.section-mail')} rooms={MAIL_ROOMS} />,
        <Rooms key="people" label={say('menu.section-people')} rooms={PEOPLE_ROOMS} />,
        <Rooms key="house" label={say('menu.section-house')} rooms={HOUSE_ROOMS} />,
      ]}
    </SubNav.Sections>
  );
}

function Rooms({ label, rooms }: { readonly label: string; readonly rooms: readonly Room[] }) {
  const say = useSay();
  const may = useMay();
  const open = rooms.filter(({ needed }) => may(needed));
  if (open.length === 0) return null;
  return (
    <SubNav.Section label={label}>
      {open.map(({ to, word }) => (
        <SubNav.Link
          key={word}
          to={to}
          end={to === paths.home}
          label={say(word)}
          endAction={to === paths.review && <Waiting />}
        />
      ))}
    </SubNav.Section>
  );
}

const POLL_MS = 60_000;

/** How many editions wait for a second person. */
function Waiting() {
  const say = useSay();
  const { number } = useFormat();
  const { data } = useGetEditionsQuery({ state: 'in-review' }, { pollingInterval: POLL_MS });
  const waiting = data?.results.length ?? 0;
  if (waiting === 0) return null;
  return (
    <Flex>
      <Badge
        backgroundColor="primary600"
        textColor="neutral0"
        aria-label={say('menu.waiting', { count: waiting })}
      >
        {number(waiting)}
      </Badge>
    </Flex>
  );
}
