import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { CAP, CAP_READERS, READERS, ROUNDS } from '../yardstick.mjs';
import { markdown } from './table.mjs';

const FOLDER = path.join(import.meta.dirname, '../results');
const write = (name, text) => writeFileSync(path.join(FOLDER, name), text);

/** The last run, for machines and for people; one of `cap` alone has its own page. */
export function writeResults({ machine, loadAfter, names, found }) {
  const isCap = names.join() === 'cap';
  const settings = isCap
    ? `COUNTERSIGN_CAP_READERS=${CAP_READERS} COUNTERSIGN_CAP=${CAP}`
    : `COUNTERSIGN_BENCH_READERS=${READERS} COUNTERSIGN_BENCH_ROUNDS=${ROUNDS}`;
  const command = `${settings} npm run bench -- ${names.join(' ')}`;
  const page = isCap ? 'cap' : 'last';
  const all = { at: new Date().toISOString(), command, machine: { ...machine, loadAfter }, found };
  write(`${page}.json`, `${JSON.stringify(all, null, 2)}\n`);
  write(`${page}.md`, `${textOf(all)}\n`);
}

const textOf = ({ at, command, machine, found }) =>
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
