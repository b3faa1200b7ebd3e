const COLUMNS = [
  ...['readers', 'accepted', 'rejected', 'deferred', 'uncertain', 'of them taken', 'open'],
  ...['lost', 'doubled'],
];

export function printRound(printer, round) {
  const words = COLUMNS.filter((name) => round[name] > 0).map((name) => `${round[name]} ${name}`);
  const line = `${round.name}: ${[round.left, ...words].filter(Boolean).join(', ')}`;
  if (round.wrong.length === 0) printer.step(line);
  else
    printer.refused(`${line}; WRONG: ${round.wrong.map((is) => `${is} ${round[is]}`).join(', ')}`);
}

/** One line for all rounds together. */
export function printTable(printer, rounds) {
  const sum = (name) => rounds.reduce((total, round) => total + round[name], 0);
  const wrong = rounds.filter((round) => round.wrong.length > 0).length;
  printer.title(`${rounds.length} rounds, ${wrong} out of balance`);
  for (const name of COLUMNS) printer.line(`  ${name.padEnd(14)}${String(sum(name)).padStart(8)}`);
  printer.line(`  ${'took'.padEnd(14)}${printer.seconds().toFixed(0).padStart(6)} s`);
}
