// The proof that a stranger's Strapi takes the package: pack it, install the tarball into an app that
// has nothing else and configures nothing, build its admin, boot it, look for what is ours; then give it
// the playground's configuration and do the main job in it.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { ROOT } from '../compile/root.mjs';
import { freshSecrets } from '../playground/secrets.mjs';
import { run } from './tarball/run.mjs';
import { takeModules, takePlayground, writeApp } from './tarball/app.mjs';

const app = mkdtempSync(path.join(tmpdir(), 'countersign-tarball-'));

const env = {
  ...freshSecrets(),
  // Not even a secret of ours: a plugin just installed must never stop a CMS.
  COUNTERSIGN_SECRET: '',
  NODE_ENV: 'production',
  STRAPI_TELEMETRY_DISABLED: 'true',
};

const STEPS = {
  'pack the plugin': () =>
    run('npm', ['pack', '--silent', '--pack-destination', app], { cwd: ROOT }),
  'write an empty app': () => writeApp(app),
  'install the tarball': () => {
    takeModules(app);
    run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--silent'], {
      cwd: app,
    });
  },
  'build its admin': () =>
    run('node', ['node_modules/@strapi/strapi/bin/strapi.js', 'build'], { cwd: app, env }),
  'boot it unconfigured': () => {
    cpSync(path.join(import.meta.dirname, 'tarball/boot.mjs'), path.join(app, 'boot.mjs'));
    run('node', ['boot.mjs'], { cwd: app, env });
  },
  'do the main job there, configured': async () => {
    await takePlayground(app);
    run('node', ['scripts/demo/run.mjs', '--check'], {
      cwd: ROOT,
      env: { COUNTERSIGN_DEMO_APP: app, COUNTERSIGN_INSTALLED: 'true' },
    });
  },
};

try {
  for (const [step, take] of Object.entries(STEPS)) {
    const startedAt = Date.now();
    await take();
    console.log(`✓ ${step} (${Math.round((Date.now() - startedAt) / 1000)} s)`);
  }
} finally {
  rmSync(app, { recursive: true, force: true });
}
