// `npm run dev`: the playground with the plugin, both halves rebuilt and reloaded at every change, and
// a mail catcher that nothing leaves.
import { watch } from 'node:fs';
import { utimes } from 'node:fs/promises';
import path from 'node:path';

import { bundle } from '../compile/bundle.mjs';
import { ROOT } from '../compile/root.mjs';
import { freePort } from '../demo/free-port.mjs';
import { ensurePlaygroundEnv } from '../playground/secrets.mjs';
import { start, stopAll } from './child.mjs';

const PLAYGROUND = path.join(ROOT, 'playground');
const QUIET_MS = 300;

ensurePlaygroundEnv();
process.once('SIGINT', stopAll);
process.once('SIGTERM', stopAll);

for (const half of ['./strapi-admin', './strapi-server', './sender']) {
  await bundle(half, { watch: true });
}
for (const half of ['server', 'sender']) onceQuiet(path.join(ROOT, 'dist', half), reloadStrapi);

const [port, smtp, web] = await Promise.all([1337, 1025, 1080].map(freePort));

start('mail', 'maildev/dist/bin/maildev.js', [
  ...['--ip', '127.0.0.1', '--smtp', `${smtp}`, '--web-ip', '127.0.0.1', '--web', `${web}`],
]);
start('strapi', '@strapi/strapi/bin/strapi.js', ['develop'], {
  cwd: PLAYGROUND,
  env: {
    ...{ PORT: `${port}`, PUBLIC_URL: `http://127.0.0.1:${port}`, MAIL_PORT: `${smtp}` },
    // Whoever tries the plugin makes the second person just before.
    COUNTERSIGN_ACCOUNT_QUIET_DAYS: process.env.COUNTERSIGN_ACCOUNT_QUIET_DAYS ?? '0',
  },
});
console.log(`Admin: http://127.0.0.1:${port}/admin   Mail: http://127.0.0.1:${web}`);

/** Strapi reloads when a file of the app changes; the plugin is outside of it. */
async function reloadStrapi() {
  const now = new Date();
  await utimes(path.join(PLAYGROUND, 'src/index.ts'), now, now);
}

/** A build writes several files; one call when it has come to rest. */
function onceQuiet(folder, then) {
  let timer;
  watch(folder, () => {
    clearTimeout(timer);
    timer = setTimeout(then, QUIET_MS);
  });
}
