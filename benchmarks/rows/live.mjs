import { openHouse } from '../strapi/house.mjs';
import { settledSync } from '../strapi/settled-sync.mjs';
import { atMost, line, median, percentile } from './lines.mjs';
import { onBoth } from './on-both.mjs';

const USERS = 5000;
const WRITES = 300;
const PER_SECOND = 50;
const SECONDS = 20;
/** Nothing is sent. */
const NO_RELAY = 1;

/** How soon a changed user is a changed subscriber, and what noting it costs the site's own write. */
export const live = () => onBoth(on);

async function on(kind) {
  const house = await openHouse(NO_RELAY, {}, { kind });
  try {
    await house.ask('users', { count: USERS });
    await settledSync(house);
    const { ours, others } = await house.ask('writes', { count: WRITES });
    const { waits, perSecond } = await house.ask('live', {
      ...{ perSecond: PER_SECOND, seconds: SECONDS },
    });
    const added = median(ours) - median(others);
    return [
      atMost(`${kind}, changed until applied, p99`, percentile(waits, 0.99), {
        ...{ unit: 'ms', target: 2000 },
      }),
      line(`${kind}, changed until applied, p50`, median(waits), 'ms'),
      line(`${kind}, changes`, perSecond, '/s'),
      atMost(`${kind}, added to a user's write, median`, added, { unit: 'ms', target: 1 }),
      line(`${kind}, a write that is no source's affair, median`, median(others), 'ms'),
    ];
  } finally {
    await house.close();
  }
}
