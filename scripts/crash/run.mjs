// `npm run test:crash`: kills the process that sends, again and again, and counts what every reader got.
import { parseArgs } from 'node:util';

import { buildAll } from '../demo/build.mjs';
import { createPrinter } from '../demo/print/printer.mjs';
import { createChance } from './chance.mjs';
import { FAULTS, RANDOM_KILL } from './faults.mjs';
import { playRound } from './round.mjs';
import { openSite } from './site.mjs';
import { printRound, printTable } from './table.mjs';

const READERS = 300;

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    fault: { type: 'string' },
  },
});
const kind = process.env.COUNTERSIGN_DEMO_DATABASE || 'sqlite';

const printer = createPrinter(process.stdout);
printer.title(`Crash test on ${kind}, --seed ${values.seed}`);
await buildAll(printer.note);
const site = await openSite({ kind, readers: READERS }, printer);
try {
  process.exitCode = await play(roundsOf(values));
} finally {
  await site.close();
}

function roundsOf({ kills, fault: wanted }) {
  const faults = Object.entries(FAULTS)
    .filter(([name, { only = kind }]) => only === kind && (!wanted || name.includes(wanted)))
    .map(([name, fault]) => ({ name, fault }));
  if (wanted) return faults;
  const killed = (_, n) => ({ name: `random kill ${n + 1}`, fault: RANDOM_KILL });
  return [...faults, ...Array.from({ length: Number(kills) }, killed)];
}

/** Resolves to the exit code. */
async function play(rounds) {
  const chance = createChance(Number(values.seed));
  const results = [];
  printer.title(`${rounds.length} editions to ${READERS} readers each`);
  for (const round of rounds) {
    try {
      results.push(await playRound({ site, chance }, round));
    } catch (error) {
      printer.line(`${round.name}: ${error.message}\n${site.lastWords()}`);
      return 1;
    }
    printRound(printer, results.at(-1));
  }
  printTable(printer, results);
  return results.length > 0 && results.every(({ wrong }) => wrong.length === 0) ? 0 : 1;
}
