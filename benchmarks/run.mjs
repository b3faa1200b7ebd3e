// `npm run bench`: how fast, against what, on this machine. `-- NAME …` runs some rows; `--check` exits 1 for a miss.
import { ensureBuilt } from './strapi/built.mjs';
import { aboutMachine } from './report/machine.mjs';
import { writeResults } from './report/results.mjs';
import { table } from './report/table.mjs';
import { LONG_ROWS, ROWS } from './rows.mjs';

const ALL = { ...ROWS, ...LONG_ROWS };
const { isCheck, names } = read(process.argv.slice(2));
const before = aboutMachine();
await ensureBuilt();

const found = [];
for (const name of names) {
  process.stderr.write(`${name} …\n`);
  const rows = await ALL[name]();
  found.push(...rows.map((row) => ({ name, ...row })));
  // After each: the next may fail, and what took minutes is kept.
  writeResults({ machine: before, loadAfter: aboutMachine().load, names, found });
  process.stdout.write(`${table(found.filter((row) => row.name === name))}\n`);
}

const missed = found.filter(({ isMet }) => isMet === false);
for (const { name, what } of missed) process.stdout.write(`missed: ${name}: ${what}\n`);
process.exitCode = isCheck && missed.length > 0 ? 1 : 0;

function read(args) {
  const asked = args.filter((arg) => !arg.startsWith('--'));
  const unknown = asked.filter((name) => !ALL[name]);
  if (unknown.length > 0)
    throw new Error(`no row ${unknown.join(', ')}; there are ${Object.keys(ALL).join(', ')}`);
  return {
    isCheck: args.includes('--check'),
    names: asked.length > 0 ? asked : Object.keys(ROWS),
  };
}
