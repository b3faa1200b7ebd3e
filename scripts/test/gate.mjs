// `npm run test:gate`: every way in with everybody who might try it, on a real Strapi, and a table of how each ended.
// Arguments are handed on to Jest.
import { forgetTables, printTables } from '../gate/tables.mjs';
import { finish, runJest } from './jest.mjs';

forgetTables();
// One Strapi at a time: it keeps itself in a global.
const run = await runJest({
  name: 'gate',
  args: ['--silent', '--selectProjects', 'gate', '--runInBand', ...process.argv.slice(2)],
});
const isClosed = printTables();
finish([{ ...run, ok: run.ok && isClosed }]);
