// `npm run test:crash`: disturbs what sends, again and again, and counts what every reader got.
import { buildAll } from '../demo/build.mjs';
import { createPrinter } from '../demo/print/printer.mjs';
import { createChance } from './chance.mjs';
import { missingIn, readOptions, roundsOf } from './options.mjs';
import { withPlant } from './plant.mjs';
import { PLANTS } from './plants.mjs';
import { playRound } from './round.mjs';
import { openSite } from './site.mjs';
import { printRound, printTable } from './table.mjs';

const READERS = 600;

const options = readOptions(process.argv.slice(2));
const printer = createPrinter(process.stdout);
await buildAll(printer.note);
try {
  const isWell = await (options.plant ? mustBeSeen(options) : mustBalance(options));
  process.exitCode = isWell ? 0 : 1;
} catch (error) {
  printer.refused(error.message);
  // What it had started ends with it, and would keep it alive otherwise.
  process.exit(1);
}

/** Resolves to what was found, round by round. @throws if a round came to no end */
async function run({ database, queue, seed, ...which }) {
  printer.title(`Crash test on ${database}, queue in ${queue}, --seed ${seed}`);
  const site = await openSite({ database, queue, readers: READERS }, printer);
  try {
    for (const missing of missingIn(site)) printer.note(missing);
    const rounds = roundsOf({ database, queue, site, ...which });
    return await play(site, rounds, createChance(Number(seed)));
  } finally {
    await site.close();
  }
}

async function play(site, rounds, chance) {
  const results = [];
  printer.title(`${rounds.length} editions to ${READERS} readers each`);
  for (const round of rounds) {
    results.push(await playRound({ site, chance }, round).catch((error) => toldBy(error, round)));
    printRound(printer, results.at(-1));
  }
  printTable(printer, results);
  return results;

  function toldBy(error, { name }) {
    throw new Error(`${name}: ${error.message}\n${site.lastWords()}`, { cause: error });
  }
}

async function mustBalance(which) {
  const results = await run(which);
  return results.length > 0 && results.every(({ wrong }) => wrong.length === 0);
}

/** With a bug planted the test must fail: only then does its success mean anything. */
async function mustBeSeen({ plant, fault = 'kill -9 in full flight', ...rest }) {
  const results = await withPlant(plant, printer, () => run({ ...rest, fault }));
  const wasSeen = results.some(({ wrong }) => wrong.includes(PLANTS[plant].shows));
  printer.title(wasSeen ? `The planted bug “${plant}” was seen` : `“${plant}” went UNSEEN`);
  return wasSeen;
}
