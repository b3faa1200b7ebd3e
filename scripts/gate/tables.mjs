import { tableLines } from '../demo/print/table.mjs';
import { recordedTables } from '../test/recorded-tables.mjs';

const LEGEND = [
  'A number is the HTTP status. no: refused; none: there is no such action; ok: it was done, and what was under',
  'review is void or unchanged; held: the edition waits for a person. Refused, at a door: nothing in our tables has changed.',
];

function print({ title, endings }) {
  const callers = [...new Set(endings.map(({ caller }) => caller))];
  const isLong = callers.length > 1;
  const head = ['', ...callers.map((caller, at) => (isLong ? letter(at) : caller))];
  const doors = [...new Set(endings.map(({ door }) => door))];
  const rows = doors.map((door) => [door, ...callers.map((caller) => cell(endings, door, caller))]);
  console.log(`\n${title}`);
  if (isLong) console.log(callers.map((caller, at) => `  ${letter(at)}  ${caller}`).join('\n'));
  console.log(tableLines(head, rows).join('\n'));
  console.log(total(endings));
}

const letter = (at) => String.fromCharCode('A'.charCodeAt(0) + at);

/** With a mark: what a test found open. */
function cell(endings, door, caller) {
  const ending = endings.find((one) => one.door === door && one.caller === caller);
  if (!ending) return '·';
  return ending.ended === 'open' ? `OPEN ${ending.answer}` : ending.answer;
}

function total(endings) {
  const count = (ended) => endings.filter((one) => one.ended === ended).length;
  const counted = ['refused', 'harmless', 'open'].map((ended) => `${count(ended)} ${ended}`);
  return `${endings.length} combinations: ${counted.join(', ')}`;
}

/** What tests/support/gate/record.ts leaves. */
export const { forgetTables, printTables } = recordedTables({
  name: 'gate',
  legend: LEGEND,
  print,
  total,
});
