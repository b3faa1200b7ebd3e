import { inspect } from 'node:util';

import { buildAll } from './build.mjs';
import { check } from './checks/check.mjs';
import { createPrinter } from './print/printer.mjs';
import { printSummary } from './print/summary.mjs';
import { tellStory } from './story.mjs';
import { openWorld } from './world.mjs';

/** Resolves to the exit code. */
export async function demo({ isCheck, database, app }) {
  const printer = createPrinter(isCheck ? process.stderr : process.stdout);
  const interrupted = untilInterrupted();
  let world;
  try {
    printer.title('Countersign, from an empty Strapi to a letter in every inbox');
    if (!app) await buildAll(printer.note);
    world = await openWorld(database, printer, app);
    const story = await Promise.race([tellStory(world, printer), interrupted]);
    if (!story) return INTERRUPTED;
    printSummary({ story, world }, printer);
    if (isCheck) return report(await check({ story, world }, printer), printer);
    printer.line('\nCtrl-C ends it and leaves nothing behind.');
    await interrupted;
    return 0;
  } catch (error) {
    return failed(error, { isCheck, printer, world });
  } finally {
    await world?.close();
  }
}

const INTERRUPTED = 130;

const untilInterrupted = () =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => resolve(undefined));
  });

function report(verdict, printer) {
  const seconds = Math.round(printer.seconds());
  process.stdout.write(`${JSON.stringify({ ...verdict, seconds })}\n`);
  return verdict.ok ? 0 : 1;
}

function failed(error, { isCheck, printer, world }) {
  printer.line(`\n${inspect(error)}`);
  if (world) printer.line(`\nStrapi’s last words:\n${world.playground.lastWords()}`);
  if (isCheck) process.stdout.write(`${JSON.stringify({ ok: false, error: error.message })}\n`);
  return 1;
}
