/**
 * The playground as `strapi start` runs it, plus one thing a site's own code would do: sign-ups.
 * They are written one by one through Strapi's query layer, so the plugin hears of each.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { setImmediate as others } from 'node:timers/promises';

const USER = 'plugin::users-permissions.user';
const REPORT_EVERY = 20;

const appDir = process.cwd();
const { createStrapi } = createRequire(path.join(appDir, 'package.json'))('@strapi/strapi');
const strapi = createStrapi({ appDir, distDir: path.join(appDir, 'dist') });

process.on('message', ({ kind, users }) => {
  if (kind === 'sign-up') void signUp(users);
});
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));

await strapi.start();
process.send({ kind: 'ready' });

async function signUp(users) {
  const role = await strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'authenticated' } });
  for (const [n, user] of users.entries()) {
    await strapi.db.query(USER).create({ data: { ...user, provider: 'local', role: role.id } });
    // SQLite answers at once: without this nobody else would have a turn until all are written.
    await others();
    if ((n + 1) % REPORT_EVERY === 0) process.send({ kind: 'signed-up', count: n + 1 });
  }
  process.send({ kind: 'all-signed-up' });
}
