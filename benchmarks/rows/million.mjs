import { setTimeout as wait } from 'node:timers/promises';
import { atLeast, line } from './lines.mjs';
import { withReaders } from './rounds.mjs';

const MANY = Number(process.env.COUNTERSIGN_BENCH_MILLION ?? 1_000_000);
const PART = MANY / 10;
/** Where the first part begins: what is before is the freeze, and the connections being opened. */
const RUN_UP = MANY / 100;
const LOOK_MS = 1000;

/** Whether the last of a million readers get it as fast as the first. */
export const million = () =>
  withReaders(
    {},
    async ({ house }) => {
      const edition = await house.approved();
      await house.begin(edition);
      const seen = await watched(house.staff.operator.client, edition);
      const first = rateBetween(seen, RUN_UP, RUN_UP + PART);
      const last = rateBetween(seen, MANY - PART, MANY);
      return [
        line(`the first ${PART}`, first, '/s'),
        line(`the last ${PART} of ${MANY}`, last, '/s'),
        atLeast('the last of the first', last / first, { unit: '×', target: 0.9 }),
      ];
    },
    { readers: MANY },
  );

/** How many were accepted by when, until the last. */
async function watched(client, { place }) {
  const seen = [];
  let accepted = 0;
  while (accepted < MANY) {
    const { counts, state } = await client.get(`${place}/report`);
    accepted = counts.accepted ?? 0;
    seen.push({ at: performance.now(), accepted });
    if (state === 'sent' && accepted < MANY) throw new Error(`${accepted} were accepted`);
    await wait(LOOK_MS);
  }
  return seen;
}

const rateBetween = (seen, from, to) =>
  ((to - from) / (whenAt(seen, to) - whenAt(seen, from))) * 1000;

/** On the straight line between the looks before and after. */
function whenAt(seen, count) {
  const next = seen.findIndex(({ accepted }) => accepted >= count);
  const [before, after] = [seen[next - 1], seen[next]];
  const part = (count - before.accepted) / (after.accepted - before.accepted);
  return before.at + part * (after.at - before.at);
}
