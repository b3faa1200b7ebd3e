import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';

import { ROOT } from '../compile/root.mjs';
import { openDatabase } from './databases/databases.mjs';
import { startCatcher } from './mail/catcher.mjs';
import { startPlayground } from './strapi/playground.mjs';

const RUNS = path.join(ROOT, '.tmp/demo');

/** Everything a newsletter needs, on this machine and empty: a database, a relay that keeps, Strapi. */
export async function openWorld(kind, printer, app) {
  const folder = path.join(RUNS, String(process.pid));
  await mkdir(folder, { recursive: true });
  const opened = [() => rm(folder, { recursive: true, force: true })];
  const close = async () => {
    for (const end of opened.splice(0).reverse()) await end();
  };
  try {
    const database = await openDatabase(kind, folder);
    opened.push(database.remove);
    const catcher = await startCatcher(folder);
    opened.push(catcher.stop);
    printer.step(`mail catcher at ${catcher.webUrl}; it keeps everything and relays nothing`);
    const playground = await startPlayground({
      folder,
      database,
      smtpPort: catcher.smtpPort,
      app,
    });
    opened.push(playground.stop);
    printer.step(`Strapi at ${playground.publicUrl}, on an empty ${kind} database`);
    return { folder, database, catcher, playground, close };
  } catch (error) {
    await close();
    throw error;
  }
}
