import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { READERS, ROUNDS } from '../yardstick.mjs';
import { markdown } from './table.mjs';

const FOLDER = path.join(import.meta.dirname, '../results');
const write = (name, text) => writeFileSync(path.join(FOLDER, name), text);

/** The last run, for machines and for people. */
export function writeResults({ machine, loadAfter, names, found }) {
  const settings = `COUNTERSIGN_BENCH_READERS=${READERS} COUNTERSIGN_BENCH_ROUNDS=${ROUNDS}`;
  const command = `${settings} npm run bench -- ${names.join(' ')}`;
  const all = { at: new Date().toISOString(), command, machine: { ...machine, loadAfter }, found };
  write('last.json', `${JSON.stringify(all, null, 2)}\n`);
  write('last.md', `${page(all)}\n`);
}

const page = ({ at, command, machine, found }) =>
  [
    '# The last run',
    '',
    `\`${command}\`, ${at.slice(0, 10)}. ${machine.processor}, ${machine.cores} cores, ${machine.memoryGb} GB, ${machine.system};`,
    `load ${machine.load} before and ${machine.loadAfter} after. ${versionsOf(machine)}.`,
    '',
    markdown(found),
  ].join('\n');

const versionsOf = ({ versions }) =>
  Object.entries(versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ');
