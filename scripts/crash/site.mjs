import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';

import { ROOT } from '../compile/root.mjs';
import { PASSWORD, SITE_OWNER, STAFF } from '../demo/cast/staff.mjs';
import { createClient } from '../demo/http/client.mjs';
import { waitUntil } from '../demo/http/wait-until.mjs';
import { setUp } from '../demo/story/set-up.mjs';
import { openClock } from './clock.mjs';
import { openCrashDatabase } from './databases.mjs';
import { openLedger } from './ledger.mjs';
import { startProcesses } from './processes.mjs';
import { openRedis } from './redis.mjs';
import { startSink } from './sink.mjs';

const RUNS = path.join(ROOT, '.tmp/crash');
const LIST = '/countersign/lists/newsletter';
/** What the relay takes for a message: with five connections 600 readers last a second. */
const DELAY_MS = 7;

/** A site with `readers` readers whose processes can be killed and started again; its relay lives on. */
export async function openSite({ database: kind, queue, readers }, printer) {
  const folder = path.join(RUNS, String(process.pid));
  await mkdir(folder, { recursive: true });
  process.env.ADMIN_RATE_LIMIT = 'false';
  const redis = queue === 'redis' ? await openRedis(folder) : null;
  const database = await openCrashDatabase(kind, folder);
  const sink = await startSink(folder, DELAY_MS);
  const env = { ...database.env, ...(redis ? { REDIS_URL: redis.url } : {}) };
  const processes = await startProcesses({ folder, env, smtpPort: sink.port });
  const site = Object.assign(processes, {
    ...{ sink, redis, readers, database, folder, journal: path.join(folder, 'journal') },
    clock: openClock(folder),
    ledger: openLedger(database),
    openLedger: () => (site.ledger = openLedger(database)),
    /** Readers who have left since. */
    left: 0,
    signIn: () => signIn(createClient(processes.strapi.publicUrl)),
    close: async () => {
      await site.ledger.close();
      await processes.end();
      await sink.stop();
      await redis?.stop();
      await database.remove();
      await rm(folder, { recursive: true, force: true });
    },
  });
  try {
    await populate(site, printer);
    return site;
  } catch (error) {
    await site.close();
    throw error;
  }
}

async function populate({ strapi, readers, signIn }, printer) {
  await setUp(createClient(strapi.publicUrl), printer);
  await strapi.signUp(crowd(readers), () => undefined);
  const { operator } = await signIn();
  await waitUntil('the list has them', async () => (await operator.get(LIST)).readers >= readers);
}

const crowd = (count) =>
  Array.from({ length: count }, (_, n) => ({
    ...{ username: `reader-${n}`, email: `reader-${n}@example.com`, displayName: `Reader ${n}` },
    ...{ language: 'en', newsletterConsent: true, confirmed: true, blocked: false },
  }));

/** Anew for each round: a session is over sooner than a long run. */
async function signIn(client) {
  const entries = Object.entries({ ...STAFF, owner: SITE_OWNER }).map(async ([part, { email }]) => {
    const { data } = await client.post('/admin/login', { email, password: PASSWORD });
    return [part, client.as(data.token)];
  });
  return Object.fromEntries(await Promise.all(entries));
}
