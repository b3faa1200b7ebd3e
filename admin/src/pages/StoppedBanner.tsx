import { Box } from '@strapi/design-system';
import { useGetStopQuery } from '../api/sending';
import { Notice } from '../components/Notice';
import { useFormat } from '../components/format';
import { useMay } from '../permissions';
import { useSay, useSentences } from '../words';

// As wide as the page below it.
const SIDES = { initial: 4, medium: 6, large: 10 } as const;

/** While everything is stopped, every page says so first. */
export function StoppedBanner() {
  const say = useSay();
  const sentences = useSentences();
  const may = useMay();
  const { dateTime } = useFormat();
  const { data: stop } = useGetStopQuery(undefined, { skip: !may('campaign.read') });
  if (!stop?.stopped) return null;
  const who = stop.by?.called ?? say('stop.somebody');
  return (
    <Box paddingTop={4} paddingLeft={SIDES} paddingRight={SIDES}>
      <Notice tone="danger" title={say('stop.is-stopped')}>
        {sentences(
          stop.at === null
            ? say('stop.by', { who })
            : say('stop.by-at', { who, when: dateTime(stop.at) }),
          say(may('campaign.control') ? 'stop.lift-hint' : 'stop.who-lifts'),
        )}
      </Notice>
    </Box>
  );
}
