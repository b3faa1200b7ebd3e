import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { markdown } from './table.mjs';

const FOLDER = path.join(import.meta.dirname, '../results');
const write = (name, text) => writeFileSync(path.join(FOLDER, name), text);

/** The last run, for machines and for people. */
export function writeResults({ machine, loadAfter, names, found }) {
  const command = `npm run bench -- ${names.join(' ')}`;
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
