import { Badge, Box, Divider, Flex } from '@strapi/design-system';
import { SubNav } from '@strapi/strapi/admin';
import { useGetEditionsQuery } from '../api/editions';
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
        <SubNav.Sections>
          {[
            <Rooms key="mail" label={say('menu.section-mail')} rooms={MAIL_ROOMS} />,
            <Rooms key="people" label={say('menu.section-people')} rooms={PEOPLE_ROOMS} />,
            <Rooms key="house" label={say('menu.section-house')} rooms={HOUSE_ROOMS} />,
          ]}
        </SubNav.Sections>
      </SubNav.Content>
      {may('campaign.read') && (
        <Box padding={4} marginTop="auto">
          <StopEverything />
        </Box>
      )}
    </SubNav.Main>
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
      <Badge active aria-label={say('menu.waiting', { count: waiting })}>
        {number(waiting)}
      </Badge>
    </Flex>
  );
}
