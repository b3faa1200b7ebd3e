import { tableLines } from '../demo/print/table.mjs';

const COUNTS = [
  ...[
    'readers',
    'accepted',
    'rejected',
    'deferred',
    'skipped',
    'uncertain',
    'of them taken',
    'open',
  ],
  ...['lost', 'doubled'],
];

export function printRound(printer, round) {
  const words = COUNTS.filter((name) => round[name] > 0).map((name) => `${round[name]} ${name}`);
  const again = round.againMs > 0 && `sending again after ${inSeconds(round.againMs)} s`;
  const line = `${round.name}: ${[round.left, again, ...words].filter(Boolean).join(', ')}`;
  if (round.wrong.length === 0) printer.step(line);
  else
    printer.refused(`${line}; WRONG: ${round.wrong.map((is) => `${is} ${round[is]}`).join(', ')}`);
}

/** A line for each fault, one for all random kills together, and one for everything. */
export function printTable(printer, rounds) {
  const wrong = rounds.filter((round) => round.wrong.length > 0).length;
  printer.title(`${rounds.length} rounds, ${wrong} out of balance`);
  const kills = rounds.filter(({ name }) => name.startsWith('random kill'));
  const lines = rounds.filter((round) => !kills.includes(round)).map((round) => [round]);
  if (kills.length > 0) lines.push(kills);
  const rows = lines.map((some) =>
    row(some.length > 1 ? `${some.length} random kills` : null, some),
  );
  const head = ['', ...COUNTS, 'again, s'];
  for (const line of tableLines(head, [...rows, row('all', rounds)])) printer.line(`  ${line}`);
  printer.line(`\n  took ${printer.seconds().toFixed(0)} s`);
}

function row(name, rounds) {
  const counts = COUNTS.map((column) => rounds.reduce((total, round) => total + round[column], 0));
  const slowest = Math.max(...rounds.map(({ againMs }) => againMs));
  return [name ?? rounds[0].name, ...counts, slowest > 0 ? inSeconds(slowest) : '–'];
}

const inSeconds = (ms) => (ms / 1000).toFixed(1);
