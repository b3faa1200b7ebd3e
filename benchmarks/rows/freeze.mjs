import { openHouse } from '../strapi/house.mjs';
import { atMost, line } from './lines.mjs';
import { onBoth } from './on-both.mjs';

const FEW = 10_000;
const MANY = 1_000_000;
/** Seconds for all of them. */
const TARGETS = { sqlite: 20, postgres: 30 };
/** Nothing is sent. */
const NO_RELAY = 1;

/** An audience of a million becomes deliveries, while Strapi goes on answering. */
export const freeze = () => onBoth(on);

async function on(kind) {
  const house = await openHouse(NO_RELAY, {}, { kind });
  try {
    await house.ask('crowd', { from: 0, count: FEW });
    await frozen(house, FEW);
    const few = await frozen(house, FEW);
    await house.ask('crowd', { from: FEW, count: MANY - FEW });
    const many = await frozen(house, MANY);
    return [
      atMost(`${kind}, seconds for 1,000,000 readers`, many.seconds, {
        ...{ unit: 's', target: TARGETS[kind] },
      }),
      atMost(`${kind}, longest block of the event loop`, many.blockMs, { unit: 'ms', target: 150 }),
      line(`${kind}, seconds for 10,000 readers`, few.seconds, 's'),
      atMost(`${kind}, memory grown, more than for 10,000`, many.grownMb - few.grownMb, {
        ...{ unit: 'MB', target: 64 },
      }),
    ];
  } finally {
    await house.close();
  }
}

async function frozen(house, wanted) {
  const edition = await house.approved();
  const before = await house.ask('watch');
  const begunAt = performance.now();
  await house.begin(edition);
  const seconds = (performance.now() - begunAt) / 1000;
  const { blockMs, rssMb } = await house.ask('seen');
  const { readers } = await house.staff.operator.client.get(edition.place);
  if (readers !== wanted) throw new Error(`${readers} of ${wanted} readers were frozen`);
  await house.endEarly(edition);
  return { seconds, blockMs, grownMb: rssMb - before.rssMb };
}
