import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

import { bundle } from '../compile/bundle.mjs';
import { once } from '../compile/once.mjs';
import { compilePlayground } from '../compile/playground.mjs';
import { buildPluginServer } from '../compile/plugin-server.mjs';
import { ROOT } from '../compile/root.mjs';

const run = promisify(execFile);
const LONGEST_OUTPUT = 64 * 1024 * 1024;
const at = (place) => path.join(ROOT, place);

/** Both halves of the plugin and the playground with its admin panel; nothing when nothing changed. */
export async function buildAll(onStep) {
  await buildPluginServer();
  await once(ADMIN_HALF, () => bundle('./strapi-admin'));
  await once(PANEL, () => {
    onStep('building the admin panel: about a minute, the first time only');
    return buildPanel();
  });
  await compilePlayground();
}

const ADMIN_SOURCES = ['admin/src', 'server/src/names.ts', 'package.json'];

const ADMIN_HALF = {
  name: 'demo-admin-half',
  sources: ADMIN_SOURCES.map(at),
  results: ['dist/admin/index.js', 'dist/admin/index.mjs'].map(at),
};

/** The panel bundles the plugin's admin half, and nothing of its server. */
const PANEL = {
  name: 'demo-panel',
  sources: [...ADMIN_SOURCES, 'playground/src/admin', 'package-lock.json'].map(at),
  results: [at('playground/dist/build/index.html')],
};

async function buildPanel() {
  const args = [at('node_modules/@strapi/strapi/bin/strapi.js'), 'build'];
  const env = { ...process.env, NODE_ENV: 'production', STRAPI_TELEMETRY_DISABLED: 'true' };
  try {
    await run(process.execPath, args, { cwd: at('playground'), env, maxBuffer: LONGEST_OUTPUT });
  } catch (error) {
    throw new Error(`${error.message}\n${error.stdout}\n${error.stderr}`);
  }
}
