import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

const WORDS_KEPT = 4000;

/**
 * Runs tests in a copy of the tree.
 *
 * @returns which tests failed, how many passed, and what was said if Jest had no answer
 */
export async function runTests(folder, { tests, only }) {
  const answer = path.join(folder, 'answer.json');
  rmSync(answer, { force: true });
  const named = only ? ['-t', only] : [];
  const jest = spawn(
    process.execPath,
    [
      ...[path.join(folder, 'node_modules/jest/bin/jest.js'), ...tests, ...named],
      ...['--runInBand', '--silent', '--json', `--outputFile=${answer}`],
    ],
    { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  jest.stderr.on('data', (words) => (said = (said + words).slice(-WORDS_KEPT)));
  await once(jest, 'close');
  return { said, ...readAnswer(answer) };
}

function readAnswer(file) {
  try {
    const { testResults, numPassedTests, numRuntimeErrorTestSuites } = JSON.parse(
      readFileSync(file, 'utf8'),
    );
    const failed = testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => status === 'failed')
      .map(({ fullName }) => fullName);
    return { failed, passed: numPassedTests, isBroken: numRuntimeErrorTestSuites > 0 };
  } catch {
    return { failed: [], passed: 0, isBroken: true };
  }
}
