import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';

import { ROOT } from '../compile/root.mjs';
import { PASSWORD, STAFF } from '../demo/cast/staff.mjs';
import { openDatabase } from '../demo/databases/databases.mjs';
import { createClient } from '../demo/http/client.mjs';
import { waitUntil } from '../demo/http/wait-until.mjs';
import { setUp } from '../demo/story/set-up.mjs';
import { startAgain, startPlayground } from '../demo/strapi/playground.mjs';
import { openLedger } from './ledger.mjs';
import { startSink } from './sink.mjs';

const RUNS = path.join(ROOT, '.tmp/crash');
const LIST = '/countersign/lists/newsletter';
/** What the relay takes for a message: with five connections 300 readers last a second. */
const DELAY_MS = 15;

/** A site with `readers` readers whose process can be killed and started again; its relay lives on. */
export async function openSite({ kind, readers }, printer) {
  const folder = path.join(RUNS, String(process.pid));
  await mkdir(folder, { recursive: true });
  const database = await openDatabase(kind, folder);
  const sink = await startSink(folder, DELAY_MS);
  process.env.ADMIN_RATE_LIMIT = 'false';
  let strapi = await startPlayground({ folder, database, smtpPort: sink.port });
  const ledger = openLedger(database);
  let starts = 0;
  const site = {
    ...{ sink, ledger, readers, journal: path.join(folder, 'journal') },
    signal: (signal) => strapi.signal(signal),
    /** Resolves to the exit code or the signal. */
    ended: () => strapi.ended,
    again: async () => {
      strapi = await startAgain(strapi, path.join(folder, `strapi-${(starts += 1)}.log`));
    },
    lastWords: () => strapi.lastWords(),
    signIn: () => signIn(createClient(strapi.publicUrl)),
    close: async () => {
      await ledger.close();
      await strapi.stop();
      await sink.stop();
      await database.remove();
      await rm(folder, { recursive: true, force: true });
    },
  };
  try {
    await setUp(createClient(strapi.publicUrl), printer);
    await strapi.signUp(crowd(readers), () => undefined);
    const { operator } = await site.signIn();
    await waitUntil('the list has them', async () => (await operator.get(LIST)).readers >= readers);
    return site;
  } catch (error) {
    await site.close();
    throw error;
  }
}

const crowd = (count) =>
  Array.from({ length: count }, (_, n) => ({
    ...{ username: `reader-${n}`, email: `reader-${n}@example.com`, displayName: `Reader ${n}` },
    ...{ language: 'en', newsletterConsent: true, confirmed: true, blocked: false },
  }));

/** Anew for each round: a session is over sooner than a long run. */
async function signIn(client) {
  const entries = Object.entries(STAFF).map(async ([part, { email }]) => {
    const { data } = await client.post('/admin/login', { email, password: PASSWORD });
    return [part, client.as(data.token)];
  });
  return Object.fromEntries(await Promise.all(entries));
}
