import { tableLines } from '../demo/print/table.mjs';
import { recordedTables } from '../test/recorded-tables.mjs';

const LEGEND = [
  'hook: the host’s hooks were heard. reconcile: none of them was, and everybody was gone through.',
  'right: the list was as it has to be. At the next reconcile: no hook can know of it; until then the list was as before.',
];

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

/** What tests/support/sync/record.ts leaves. */
export const { forgetTables, printTables } = recordedTables({
  name: 'sync',
  legend: LEGEND,
  print,
  total,
});
