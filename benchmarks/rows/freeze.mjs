import { atMost, line } from './lines.mjs';
import { withReaders } from './rounds.mjs';

const FEW = 10_000;
const MANY = 1_000_000;

/** An audience of a million becomes deliveries, while Strapi goes on answering. Nothing is sent. */
export const freeze = () =>
  withReaders(
    {},
    async ({ house }) => {
      await house.ask('crowd', { from: 0, count: FEW });
      await frozen(house, FEW);
      const few = await frozen(house, FEW);
      await house.ask('crowd', { from: FEW, count: MANY - FEW });
      const many = await frozen(house, MANY);
      return [
        atMost('seconds for 1,000,000 readers', many.seconds, { unit: 's', target: 20 }),
        atMost('longest block of the event loop', many.blockMs, { unit: 'ms', target: 150 }),
        line('seconds for 10,000 readers', few.seconds, 's'),
        atMost('memory grown, more than for 10,000', many.grownMb - few.grownMb, {
          ...{ unit: 'MB', target: 64 },
        }),
      ];
    },
    { readers: 0 },
  );

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
