// `npm run test:sync`: what may happen to a site's people, told by its hooks and found by a reconcile, on a real
// Strapi on each of three databases, and a table of how each ended. `-- postgres` takes that database alone.
import { forgetTables, printTables } from '../sync/tables.mjs';
import { finish, runJest } from './jest.mjs';
import { missingDatabases } from './services-there.mjs';

const DATABASES = ['sqlite', 'postgres', 'mysql'];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !DATABASES.includes(name));
const databases = wanted.length > 0 ? wanted : DATABASES;
const missing = unknown.length > 0 ? [] : await missingDatabases(databases);
for (const name of unknown) console.error(`no such database: ${name}; ${DATABASES.join(', ')}`);
for (const problem of missing) console.error(problem);

const on = (database) =>
  runJest({
    name: `sync-${database}`,
    args: ['--silent', '--selectProjects', 'sync', '--runInBand'],
    env: { COUNTERSIGN_TEST_DATABASE: database },
  });

const runs = [...unknown, ...missing].map(() => ({ ok: false, passed: 0, failed: 1 }));
forgetTables();
if (runs.length === 0) {
  for (const database of databases) runs.push(await on(database));
  if (!printTables()) runs.push({ ok: false, passed: 0, failed: 0 });
}
finish(runs);
