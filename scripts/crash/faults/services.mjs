import { inFlight } from '../strikes/moments.mjs';
import { again, kill } from '../strikes/processes.mjs';
import { emptyRedis, pauseRedis, startRedis, stopRedis } from '../strikes/services.mjs';
import { wait } from '../strikes/moments.mjs';
import { CONNECTIONS } from './processes.mjs';

/** What is done to Redis. */
export const OF_SERVICES = {
  'Redis stands still for 10 s': {
    needs: ['redis'],
    steps: [inFlight, pauseRedis(10_000)],
    uncertain: 0,
  },
  'Redis emptied in full flight': {
    needs: ['redis'],
    steps: [inFlight, emptyRedis],
    uncertain: 0,
  },
  'Redis killed, and there again': {
    needs: ['redis'],
    steps: [inFlight, stopRedis, wait(3_000), startRedis],
    uncertain: 0,
  },
  'Redis gone when it starts': {
    needs: ['redis'],
    // It cannot send until there is a Redis, and that is no matter of its own.
    withinMs: 60_000,
    steps: [inFlight, kill, stopRedis, restartWithoutRedis],
    uncertain: CONNECTIONS,
  },
};

async function restartWithoutRedis(scene) {
  const started = again(scene);
  await wait(15_000)();
  await startRedis(scene);
  await started;
}
