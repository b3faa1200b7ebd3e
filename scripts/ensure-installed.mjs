// `npm ci` where it is needed: in a fresh clone, or after the lock file changed. Imports nothing that
// would have to be installed first.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
const LOCK = path.join(ROOT, 'package-lock.json');
const INSTALLED = path.join(ROOT, 'node_modules/.package-lock.json');

const packagesOf = (lock) => JSON.parse(readFileSync(lock, 'utf8')).packages;

/** npm notes in node_modules what it put there; packages for other systems are never in it. */
function isInstalled() {
  if (!existsSync(INSTALLED)) return false;
  const installed = packagesOf(INSTALLED);
  return Object.entries(packagesOf(LOCK)).every(
    ([place, { version, optional, link }]) =>
      !place.startsWith('node_modules/') ||
      optional ||
      link ||
      installed[place]?.version === version,
  );
}

if (!isInstalled()) {
  console.error('Installing the packages of package-lock.json; this takes some minutes, once.');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: ROOT,
    stdio: ['ignore', process.stderr, 'inherit'],
    shell: process.platform === 'win32',
  });
  process.exit(status ?? 1);
}
