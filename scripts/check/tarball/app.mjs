import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

import { compilePlayground } from '../../compile/playground.mjs';
import { ROOT } from '../../compile/root.mjs';

const FILES = {
  'config/server.js': `module.exports = ({ env }) => ({
  host: '127.0.0.1',
  port: env.int('PORT', 0),
  app: { keys: env.array('APP_KEYS') },
});`,
  'config/admin.js': `module.exports = ({ env }) => ({
  auth: { secret: env('ADMIN_JWT_SECRET') },
  apiToken: { salt: env('API_TOKEN_SALT') },
  transfer: { token: { salt: env('TRANSFER_TOKEN_SALT') } },
  secrets: { encryptionKey: env('ENCRYPTION_KEY') },
});`,
  'config/database.js': `module.exports = () => ({
  connection: { client: 'sqlite', connection: { filename: '.tmp/data.db' }, useNullAsDefault: true },
});`,
  'config/plugins.js': `module.exports = ({ env }) => ({
  'users-permissions': { config: { jwtSecret: env('JWT_SECRET') } },
});`,
  'config/middlewares.js': `module.exports = [
  'strapi::logger', 'strapi::errors', 'strapi::security', 'strapi::cors', 'strapi::query',
  'strapi::body', 'strapi::session', 'strapi::favicon', 'strapi::public',
];`,
  'src/index.js': 'module.exports = {};',
  'public/robots.txt': '',
};

/** What create-strapi-app would make, less its examples; no word of the plugin but the dependency. */
export function writeApp(app) {
  mkdirSync(path.join(app, 'public/uploads'), { recursive: true });
  mkdirSync(path.join(app, 'src/api'), { recursive: true });
  for (const [file, text] of Object.entries({ ...FILES, 'package.json': packageJson(app) })) {
    mkdirSync(path.join(app, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(app, file), text);
  }
}

const NEEDED = [
  ...['@strapi/strapi', '@strapi/plugin-users-permissions', 'better-sqlite3'],
  ...['react', 'react-dom', 'react-router-dom', 'styled-components'],
];

function packageJson(app) {
  const { dependencies } = JSON.parse(
    readFileSync(path.join(ROOT, 'playground/package.json'), 'utf8'),
  );
  const tarball = readdirSync(app).find((file) => file.endsWith('.tgz'));
  return JSON.stringify({
    name: 'empty-app',
    private: true,
    dependencies: {
      ...Object.fromEntries(NEEDED.map((name) => [name, dependencies[name]])),
      'strapi-plugin-countersign': `file:./${tarball}`,
    },
  });
}

/**
 * The playground's configuration and code, compiled; the panel stays the app's own. In two places: the
 * demo's process looks in dist, and Strapi's commands look where this app has its JavaScript.
 */
export async function takePlayground(app) {
  await compilePlayground();
  for (const part of ['config', 'src']) {
    const compiled = path.join(ROOT, 'playground/dist', part);
    for (const place of ['dist', '.']) {
      cpSync(compiled, path.join(app, place, part), { recursive: true });
    }
  }
  cpSync(path.join(app, 'build'), path.join(app, 'dist/build'), { recursive: true });
}

/**
 * Starts from what is installed here, as hard links: npm takes away what the app does not ask for and
 * fetches what is missing, instead of everything. The file in which npm writes is a copy.
 */
export function takeModules(app) {
  const modules = path.join(app, 'node_modules');
  const noted = '.package-lock.json';
  execFileSync('cp', ['-al', path.join(ROOT, 'node_modules'), modules]);
  for (const ours of [noted, '.cache', 'countersign-playground']) {
    rmSync(path.join(modules, ours), { recursive: true, force: true });
  }
  copyFileSync(path.join(ROOT, 'node_modules', noted), path.join(modules, noted));
}
