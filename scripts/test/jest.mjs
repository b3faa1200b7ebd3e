import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from '../compile/root.mjs';

const JEST = path.join(ROOT, 'node_modules/jest/bin/jest.js');

/**
 * A Strapi for each of two cores: it keeps itself in a global, and every worker of Jest's is a process with
 * globals of its own. More of them would wait for the database. What a worker has read stays in its memory.
 */
export const TWO_AT_ONCE = ['--maxWorkers=2', '--workerIdleMemoryLimit=2GB'];

/** Where every run leaves its numbers, one file each, for whoever adds them up. */
export const RESULTS = path.join(ROOT, '.tmp/results');

/**
 * Runs Jest once and counts. A suite that could not even start counts as one failed test:
 * it would otherwise be a failure without a number.
 */
export async function runJest({ name, args, env = {} }) {
  const outputFile = path.join(RESULTS, `${name}.json`);
  mkdirSync(RESULTS, { recursive: true });
  rmSync(outputFile, { force: true });
  const jest = spawn(process.execPath, [JEST, '--json', `--outputFile=${outputFile}`, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [status] = await once(jest, 'exit');
  return { ok: status === 0, ...countsIn(outputFile) };
}

function countsIn(file) {
  try {
    const results = JSON.parse(readFileSync(file, 'utf8'));
    return {
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
    };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** Prints the sum of all runs and leaves with 0 only if each of them was well. */
export function finish(runs) {
  const sum = (what) => runs.reduce((total, run) => total + run[what], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = runs.every(({ ok }) => ok) ? 0 : 1;
}
