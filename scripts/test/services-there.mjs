import knex from 'knex';

/** The same variables and defaults as tests/support/database.ts. */
const SERVICES = {
  PostgreSQL: {
    variable: 'COUNTERSIGN_TEST_POSTGRES',
    client: 'pg',
    url: process.env.COUNTERSIGN_TEST_POSTGRES ?? 'postgres://postgres@127.0.0.1:5432/postgres',
  },
  'MariaDB or MySQL': {
    variable: 'COUNTERSIGN_TEST_MYSQL',
    client: 'mysql2',
    url: process.env.COUNTERSIGN_TEST_MYSQL ?? 'mysql://root@127.0.0.1:3306',
  },
};

/** A sentence for every service that does not answer; none is a reason to skip its tests. */
export async function missingServices() {
  const problems = await Promise.all(Object.entries(SERVICES).map(problemWith));
  return problems.filter((problem) => problem !== undefined);
}

async function problemWith([name, { variable, client, url }]) {
  const connection = knex({ client, connection: url, acquireConnectionTimeout: 5_000 });
  try {
    await connection.raw('select 1');
    return undefined;
  } catch (error) {
    return `${name} does not answer at ${url} (${error.code ?? error.message}); start it, or set ${variable}.`;
  } finally {
    await connection.destroy();
  }
}
