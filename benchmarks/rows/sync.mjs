import { setTimeout as wait } from 'node:timers/promises';
import { openHouse } from '../strapi/house.mjs';
import { atMost, line, percentile } from './lines.mjs';
import { onBoth } from './on-both.mjs';

const MANY = Number(process.env.COUNTERSIGN_BENCH_USERS ?? 1_000_000);
const CHANGED = 100;
/** How often somebody in the admin wants the list of campaigns: more often than anybody clicks. */
const LOOK_MS = 250;
/** Nothing is sent. */
const NO_RELAY = 1;

/** A million users of a site become subscribers, and later a hundred of them change behind its back. */
export const sync = () => onBoth(on);

async function on(kind) {
  const house = await openHouse(NO_RELAY, {}, { kind });
  try {
    await house.ask('users', { count: MANY });
    const first = await synced(house);
    await house.ask('renamed', { count: CHANGED });
    const again = await synced(house);
    if (again.counts.changed !== CHANGED) throw new Error(`${again.counts.changed} were changed`);
    return [
      atMost(`${kind}, first sync of ${MANY}`, first.seconds, { unit: 's', target: 90 }),
      atMost(`${kind}, memory kept at the end, more than after a tenth`, first.keptMb, {
        ...{ unit: 'MB', target: 16 },
      }),
      line(`${kind}, memory grown, with what V8 has not collected yet`, first.grownMb, 'MB'),
      line(`${kind}, longest block of the event loop`, first.blockMs, 'ms'),
      atMost(`${kind}, admin p99 meanwhile`, first.waitMs, { unit: 'ms', target: 500 }),
      atMost(`${kind}, again, ${CHANGED} changed`, again.seconds, { unit: 's', target: 20 }),
    ];
  } finally {
    await house.close();
  }
}

/**
 * From the click to the end, with somebody in the admin all the time. What is kept is what a full collection
 * leaves, which is made at the beginning, after a tenth and at the end; the one after a tenth is within what is
 * timed. What has grown besides is garbage that V8 lets lie while there is room.
 */
async function synced({ ask, staff }) {
  const before = await ask('run');
  const { rssMb } = await ask('watch');
  const begunAt = performance.now();
  await staff.operator.client.post('/countersign/lists/newsletter/sync');
  const waits = [];
  let tenth;
  let run = before;
  while (run.id === before.id || run.finishedAt === null) {
    const askedAt = performance.now();
    await staff.author.client.get('/countersign/campaigns');
    waits.push(performance.now() - askedAt);
    await wait(LOOK_MS);
    run = await ask('run');
    if (run.id !== before.id && run.counts.seen > MANY / 10) tenth ??= await ask('kept');
  }
  const seconds = (performance.now() - begunAt) / 1000;
  const seen = await ask('seen');
  const atEnd = await ask('kept');
  if (run.state !== 'done') throw new Error(`the sync is ${run.state}`);
  return {
    ...{ seconds, counts: run.counts, blockMs: seen.blockMs },
    // Over before a tenth was seen: nothing was measured.
    keptMb: tenth ? atEnd.mb - tenth.mb : Infinity,
    ...{ grownMb: seen.rssMb - rssMb, waitMs: percentile(waits, 0.99) },
  };
}
