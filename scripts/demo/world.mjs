import { mkdir, readdir, rm } from 'node:fs/promises';
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
  await clearAfterTheDead();
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

/** Whoever was killed outright could not tidy up; folders are named by process. */
async function clearAfterTheDead() {
  const dead = (await readdir(RUNS)).filter((pid) => !isAlive(Number(pid)));
  await Promise.all(dead.map((pid) => rm(path.join(RUNS, pid), { recursive: true, force: true })));
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
