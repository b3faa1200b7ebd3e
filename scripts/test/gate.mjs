// `npm run test:gate`: every way in with everybody who might try it, on a real Strapi, and a table of how each ended.
// `npm run test:gate -- --mutate` takes out one guard after the other and looks whether the tests notice.
import { mutate } from '../gate/mutate.mjs';
import { forgetTables, printTables } from '../gate/tables.mjs';
import { finish, runJest, TWO_AT_ONCE } from './jest.mjs';

const wanted = process.argv.slice(2);

if (wanted.includes('--mutate')) {
  process.exitCode = (await mutate(wanted.filter((word) => word !== '--mutate'))) ? 0 : 1;
} else {
  forgetTables();
  const run = await runJest({
    name: 'gate',
    args: ['--silent', '--selectProjects', 'gate', ...TWO_AT_ONCE, ...wanted],
  });
  const isClosed = printTables();
  finish([{ ...run, ok: run.ok && isClosed }]);
}
