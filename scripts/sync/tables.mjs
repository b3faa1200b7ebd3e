import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from '../compile/root.mjs';
import { tableLines } from '../demo/print/table.mjs';

/** Where tests/support/sync/record.ts leaves them. */
const FOLDER = path.join(ROOT, '.tmp/sync');

export const forgetTables = () => rmSync(FOLDER, { recursive: true, force: true });

/** Prints what the tests have left, with totals. False: something was not right, or there was nothing. */
export function printTables() {
  const tables = existsSync(FOLDER) ? readdirSync(FOLDER).sort().map(read) : [];
  tables.forEach(print);
  const all = tables.flatMap(({ endings }) => endings);
  console.log(`\n${LEGEND}\nAltogether ${total(all)}`);
  return all.length > 0 && all.every(({ ended }) => ended !== 'open');
}

const LEGEND = [
  'hook: the host’s hooks were heard. reconcile: none of them was, and everybody was gone through.',
  'right: the list was as it has to be. At the next reconcile: no hook can know of it; until then the list was as before.',
].join('\n');

const read = (file) => JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8'));

function print({ database, endings }) {
  const columns = [...new Set(endings.map(({ column }) => column))];
  const situations = [...new Set(endings.map(({ situation }) => situation))];
  const rows = situations.map((situation) => [
    situation,
    ...columns.map((column) => cell(endings, situation, column)),
  ]);
  console.log(`\nSomebody …, on ${database}`);
  console.log(tableLines(['', ...columns], rows).join('\n'));
  console.log(total(endings));
}

function cell(endings, situation, column) {
  const ending = endings.find((one) => one.situation === situation && one.column === column);
  if (!ending) return '·';
  return ending.ended === 'open' ? 'WRONG' : ending.ended;
}

function total(endings) {
  const open = endings.filter(({ ended }) => ended === 'open').length;
  return `${endings.length} combinations: ${endings.length - open} right, ${open} wrong`;
}
