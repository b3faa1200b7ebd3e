// Type-checks every part of the repository with the options that are its own.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

import { ROOT } from '../compile/root.mjs';

const PARTS = ['.', 'server', 'admin', 'playground', 'playground/src/admin'];
const TSC = path.join(ROOT, 'node_modules/typescript/bin/tsc');

const check = (part) =>
  spawnSync(process.execPath, [TSC, '--noEmit', '--project', path.join(ROOT, part)], {
    stdio: 'inherit',
  }).status === 0;

process.exitCode = PARTS.map(check).every(Boolean) ? 0 : 1;
