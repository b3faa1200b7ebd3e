// Type-checks every part of the repository with the options that are its own.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

import { ROOT } from '../compile/root.mjs';

const PARTS = ['.', 'server', 'admin', 'playground', 'playground/src/admin'];
const TSC = path.join(ROOT, 'node_modules/typescript/bin/tsc');

/** What was found well is remembered, so that the next run looks at the changes. */
const memory = (part) =>
  path.join(ROOT, '.tmp/types', `${part.replaceAll(/\W/g, '-')}.tsbuildinfo`);

const check = (part) =>
  spawnSync(
    process.execPath,
    [
      ...[TSC, '--project', path.join(ROOT, part), '--noEmit'],
      ...['--incremental', '--tsBuildInfoFile', memory(part)],
    ],
    { stdio: 'inherit' },
  ).status === 0;

process.exitCode = PARTS.map(check).every(Boolean) ? 0 : 1;
