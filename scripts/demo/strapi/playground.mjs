import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import { ROOT } from '../../compile/root.mjs';
import { freshSecrets } from '../../playground/secrets.mjs';
import { startChild } from '../child.mjs';
import { freePort } from '../free-port.mjs';

const PLAYGROUND = path.join(ROOT, 'playground');
const SCRIPT = path.join(import.meta.dirname, 'process.mjs');

/**
 * The playground in production mode, on `database`, sending to `smtpPort`; all it writes is in `folder`.
 *
 * @param app another app with the playground's configuration, built, the plugin among its dependencies
 * @param script another way to run it
 * @param wanted the port it gets if it is free, else any
 */
export async function startPlayground(options) {
  const { folder, database, smtpPort, app = PLAYGROUND, script = SCRIPT, wanted = 1337 } = options;
  const port = await freePort(wanted);
  const env = { ...process.env, ...(await settings({ folder, smtpPort, port })), ...database.env };
  return startProcess({ app, script, env, log: path.join(folder, 'strapi.log') });
}

/** One more process on the database, the disk and the port of one that has ended. */
export const startAgain = ({ app, script, env }, log) => startProcess({ app, script, env, log });

async function startProcess({ app, script, env, log }) {
  const child = startChild({ name: 'Strapi', script, cwd: app, env, log });
  await child.hears('ready');
  return {
    script,
    app,
    env,
    log,
    publicUrl: env.PUBLIC_URL,
    lastWords: child.lastWords,
    tell: child.tell,
    hears: child.hears,
    stop: child.stop,
    signal: child.signal,
    ended: child.ended,
    signUp: (users, onCount) => signUp(child, users, onCount),
  };
}

async function signUp(child, users, onCount) {
  child.onHear(({ kind, count }) => kind === 'signed-up' && onCount(count));
  child.tell({ kind: 'sign-up', users });
  await child.hears('all-signed-up');
}

async function settings({ folder, smtpPort, port }) {
  const publicDir = path.join(folder, 'public');
  await mkdir(path.join(publicDir, 'uploads'), { recursive: true });
  return {
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${port}`,
    PUBLIC_DIR: publicDir,
    MAIL_HOST: '127.0.0.1',
    MAIL_PORT: String(smtpPort),
    COUNTERSIGN_JOURNAL_DIR: path.join(folder, 'journal'),
    // The demo's people are all a minute old, made by the one who sets the newsletter up.
    COUNTERSIGN_ACCOUNT_QUIET_DAYS: '0',
    STRAPI_TELEMETRY_DISABLED: 'true',
    // Articles are for those who develop; they would only take time here.
    SEED: 'false',
    // Made anew for each run, as the database is.
    ...freshSecrets(),
  };
}
