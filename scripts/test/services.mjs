// `npm run test:services`: what touches a database, on PostgreSQL and on MariaDB, and what needs Redis.
import { finish, runJest, TWO_AT_ONCE } from './jest.mjs';
import { missingServices } from './services-there.mjs';

const DATABASES = ['postgres', 'mysql'];

const missing = await missingServices();
for (const problem of missing) console.error(problem);

const onDatabase = (database) =>
  runJest({
    name: `services-${database}`,
    args: [
      ...TWO_AT_ONCE,
      'tests/contracts',
      'tests/flows',
      'tests/services',
      'tests/strapi',
      'tests/sync',
    ],
    env: { COUNTERSIGN_TEST_DATABASE: database },
  });

const runs = missing.map(() => ({ ok: false, passed: 0, failed: 1 }));
if (runs.length === 0) for (const database of DATABASES) runs.push(await onDatabase(database));

finish(runs);
