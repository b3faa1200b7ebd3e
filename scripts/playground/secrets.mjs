import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { ROOT } from '../compile/root.mjs';

const EXAMPLE = path.join(ROOT, 'playground/.env.example');
const ENV = path.join(ROOT, 'playground/.env');

const random = () => randomBytes(32).toString('base64url');

/** Values for the secrets that playground/.env.example leaves empty. */
export function freshSecrets() {
  const names = [...readFileSync(EXAMPLE, 'utf8').matchAll(/^(\w+)=$/gm)].map(([, name]) => name);
  return Object.fromEntries(names.map((name) => [name, random()]));
}

/** Writes playground/.env from the example, once; an existing file is somebody's and stays. */
export function ensurePlaygroundEnv() {
  if (existsSync(ENV)) return;
  const filled = Object.entries(freshSecrets()).reduce(
    (text, [name, value]) => text.replace(new RegExp(`^${name}=$`, 'm'), `${name}=${value}`),
    readFileSync(EXAMPLE, 'utf8'),
  );
  writeFileSync(ENV, filled, { mode: 0o600 });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) ensurePlaygroundEnv();
