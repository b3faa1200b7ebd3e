// Runs in the empty app. Boots it as a server would, and asks for what the plugin brings.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { createStrapi } = require('@strapi/strapi');

const appDir = import.meta.dirname;
const strapi = await createStrapi({ appDir, distDir: appDir }).load();
const plugin = strapi.plugin('countersign');
assert.ok(plugin, 'the plugin is not there; is dist in the tarball?');

strapi.server.mount();
await new Promise((resolve) => strapi.server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${strapi.server.httpServer.address().port}`;

const doors = Object.values(plugin.routes).find(({ type }) => type === 'admin')?.routes ?? [];
const door = doors.find(({ method, path }) => method === 'GET' && !path.includes(':'));
assert.ok(door, 'the plugin has no admin routes');
const { status } = await fetch(`${origin}/countersign${door.path}`);
assert.ok([401, 403].includes(status), `${door.path} answered ${status} to nobody`);

const actions = strapi.service('admin::permission').actionProvider.keys();
for (const action of ['campaign.read', 'campaign.approve', 'settings.read']) {
  assert.ok(actions.includes(`plugin::countersign.${action}`), `no permission ${action}`);
}

const admin = await fetch(`${origin}/admin`, { headers: { accept: 'text/html' } });
assert.equal(admin.status, 200, 'the admin is not served');

await strapi.destroy();
process.exit(0);
