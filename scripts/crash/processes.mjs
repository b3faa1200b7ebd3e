import path from 'node:path';

import { freePort } from '../demo/free-port.mjs';
import { startAgain, startPlayground } from '../demo/strapi/playground.mjs';

/** Of this run alone, and below those the system gives to connections: it must be free again after each kill. */
const PORT = 20_000 + (process.pid % 10_000);
const SCRIPT = path.join(import.meta.dirname, 'strapi-process.mjs');

/** The one or two processes of a site: `strapi` is the one that serves; all write below `folder`. */
export async function startProcesses({ folder, env, smtpPort }) {
  let starts = 0;
  let second = null;
  let extra = {};
  let usual = null;
  const nextLog = () => path.join(folder, `strapi-${(starts += 1)}.log`);
  const processes = {
    strapi: await startPlayground({
      folder,
      database: { env },
      smtpPort,
      script: SCRIPT,
      wanted: PORT,
    }),
    /** Once more, where it has ended. */
    again: async () => {
      const { strapi } = processes;
      processes.strapi = await startAgain(strapi, nextLog());
    },
    /** Ends it and starts it anew, unless it was started with just this besides the site's own. */
    haveEnv: async (wanted) => {
      if (JSON.stringify(wanted) === JSON.stringify(extra)) return;
      extra = wanted;
      const { strapi } = processes;
      await strapi.stop();
      usual ??= strapi.env;
      processes.strapi = await startAgain({ ...strapi, env: { ...usual, ...wanted } }, nextLog());
    },
    /** A second one, which serves at another port. */
    join: async () => {
      const { strapi } = processes;
      const PORT = String(await freePort(0));
      second = await startAgain({ ...strapi, env: { ...strapi.env, PORT } }, nextLog());
    },
    part: async () => {
      await second?.stop();
      second = null;
    },
    lastWords: () => processes.strapi.lastWords(),
    end: async () => {
      processes.strapi.signal('SIGCONT');
      await processes.part();
      await processes.strapi.stop();
    },
  };
  return processes;
}
