// Adds up what a CI run left behind: every test that Jest counted, and every step.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const folder = process.argv[2];
const read = (file) => readFileSync(path.join(folder, file), 'utf8');

const steps = read('steps.tsv')
  .trim()
  .split('\n')
  .map((line) => line.split('\t'))
  .map(([name, status]) => ({ name, ok: status === '0' }));

const tests = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(read(file)));

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
const failedSteps = steps.filter(({ ok }) => !ok);
const passed = sum(tests.map((run) => run.numPassedTests)) + steps.length - failedSteps.length;
const failed = sum(tests.map((run) => run.numFailedTests)) + failedSteps.length;

if (failedSteps.length > 0)
  console.log(`\nNot well: ${failedSteps.map(({ name }) => name).join(', ')}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
