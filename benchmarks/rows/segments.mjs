import { openHouse } from '../strapi/house.mjs';
import { atMost, line, median } from './lines.mjs';

const MANY = 1_000_000;
const ROUNDS = 7;
const SOURCE = {
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
const PLAN = { kind: 'text', attribute: 'plan', is: 'equal', value: 'Free' };
const CITY = { kind: 'text', attribute: 'city', is: 'contains', value: 'o' };
const JOINED = { kind: 'date', attribute: 'joined', is: 'from', value: 1_700_100_000_000 };

/** Of these not one is answered by what another has left over. */
const OF_COLUMNS = {
  kind: 'all',
  rules: [
    { kind: 'not', rule: PLAN },
    CITY,
    {
      kind: 'any',
      rules: [
        { kind: 'flag', attribute: 'vip' },
        { kind: 'locale', locale: 'ja' },
      ],
    },
    JOINED,
  ],
};
const WITH_A_LIST = {
  kind: 'all',
  rules: [
    { kind: 'not', rule: PLAN },
    CITY,
    {
      kind: 'any',
      rules: [
        { kind: 'flag', attribute: 'vip' },
        { kind: 'list', list: 'members' },
      ],
    },
    JOINED,
  ],
};

/** Rules of five conditions are counted over a million readers, as the page of segments does it. */
export const segments = async () => [
  ...(await counted('SQLite', 'sqlite', 1000)),
  ...(await counted('PostgreSQL', 'postgres', 500)),
];

/** Nothing is sent, so that nobody has to listen there. */
const NO_RELAY = 9;

async function counted(database, kind, target) {
  const settings = { COUNTERSIGN_MORE_SOURCES: JSON.stringify([SOURCE]) };
  const house = await openHouse(NO_RELAY, settings, { kind });
  try {
    await house.ask('traits', { count: MANY });
    const columns = await timed(house, OF_COLUMNS);
    const lists = await timed(house, WITH_A_LIST);
    return [
      atMost(`${database}: five conditions over 1,000,000`, columns.ms, { unit: 'ms', target }),
      atMost(`${database}: the same with a list`, lists.ms, { unit: 'ms', target }),
      line(`${database}: readers found`, columns.readers, ''),
    ];
  } finally {
    await house.close();
  }
}

/** The first counts warm up. */
async function timed({ staff }, rule) {
  const times = [];
  let readers = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const begunAt = performance.now();
    ({ readers } = await staff.operator.client.post('/countersign/segments/count', { rule }));
    if (round > 1) times.push(performance.now() - begunAt);
  }
  return { ms: median(times), readers };
}
