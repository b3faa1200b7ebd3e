import { openHouse } from '../strapi/house.mjs';
import { atMost, percentile } from './lines.mjs';
import { onBoth } from './on-both.mjs';

const MANY = Number(process.env.COUNTERSIGN_BENCH_USERS ?? 1_000_000);
const PAGES = 200;
/** Nothing is sent. */
const NO_RELAY = 1;

/** Pages anywhere among a million subscribers, as somebody in the admin gets them, of all and of one list. */
export const subscribersPage = () => onBoth(on);

async function on(kind) {
  const source = {
    ...{ id: 'members', contentType: 'plugin::users-permissions.user', list: 'members' },
    fields: {
      ...{ email: 'email', consent: 'newsletterConsent' },
      attributes: {
        plan: { field: 'displayName', kind: 'text' },
        city: { field: 'language', kind: 'text' },
        vip: { field: 'confirmed', kind: 'flag' },
        joined: { field: 'createdAt', kind: 'date' },
      },
    },
  };
  const settings = { COUNTERSIGN_MORE_SOURCES: JSON.stringify([source]) };
  const house = await openHouse(NO_RELAY, settings, { kind });
  try {
    await house.ask('traits', { count: MANY });
    const all = await pages(house, '');
    const ofList = await pages(house, '&list=members');
    const target = { unit: 'ms', target: 100 };
    return [
      atMost(`${kind}, a page of ${MANY}, p99`, percentile(all, 0.99), target),
      atMost(`${kind}, a page of a list among them, p99`, percentile(ofList, 0.99), target),
    ];
  } finally {
    await house.close();
  }
}

/** The first warm up. */
async function pages({ staff }, filter) {
  const waits = [];
  for (let n = 0; n < PAGES; n += 1) {
    const after = Math.floor((((n * 37) % PAGES) / PAGES) * MANY);
    const begunAt = performance.now();
    await staff.operator.client.get(`/countersign/subscribers?after=${after}${filter}`);
    if (n > 10) waits.push(performance.now() - begunAt);
  }
  return waits;
}
