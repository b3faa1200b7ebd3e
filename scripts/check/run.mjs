// `npm run check`: all that must be well before a change is finished. Everything is tried, so that
// one run tells all that is wrong; only what needs the build waits for it.
import { spawnSync } from 'node:child_process';

import { ROOT } from '../compile/root.mjs';

const STEPS = ['format:check', 'lint', 'types', 'test', 'build', 'verify', 'check:tarball'];

function run(step) {
  console.log(`\n— ${step}`);
  const { status } = spawnSync('npm', ['run', '--silent', step], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return { step, ok: status === 0 };
}

const failed = STEPS.map(run).filter(({ ok }) => !ok);
console.log(
  failed.length === 0
    ? '\nEverything is well.'
    : `\nNot well: ${failed.map(({ step }) => step).join(', ')}`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
