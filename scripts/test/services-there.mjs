import knex from 'knex';
import { createClient } from 'redis';

/** The same variables and defaults as tests/support/database.ts and tests/support/redis.ts. */
const REDIS = process.env.COUNTERSIGN_TEST_REDIS ?? 'redis://127.0.0.1:6379';
const DATABASES = {
  postgres: {
    name: 'PostgreSQL',
    variable: 'COUNTERSIGN_TEST_POSTGRES',
    client: 'pg',
    url: process.env.COUNTERSIGN_TEST_POSTGRES ?? 'postgres://postgres@127.0.0.1:5432/postgres',
  },
  mysql: {
    name: 'MariaDB or MySQL',
    variable: 'COUNTERSIGN_TEST_MYSQL',
    client: 'mysql2',
    url: process.env.COUNTERSIGN_TEST_MYSQL ?? 'mysql://root@127.0.0.1:3306',
  },
};

/** A sentence for every service that does not answer; none is a reason to skip its tests. */
export const missingServices = async () =>
  problemsAmong([askRedis(), ...Object.keys(DATABASES).map(askDatabase)]);

/** The same of these databases alone, as COUNTERSIGN_TEST_DATABASE names them. */
export const missingDatabases = async (kinds) =>
  problemsAmong(kinds.filter((kind) => kind in DATABASES).map(askDatabase));

const problemsAmong = async (asked) =>
  (await Promise.all(asked)).filter((problem) => problem !== undefined);

async function askDatabase(kind) {
  const { name, variable, client, url } = DATABASES[kind];
  const connection = knex({ client, connection: url, acquireConnectionTimeout: 5_000 });
  try {
    await connection.raw('select 1');
    return undefined;
  } catch (error) {
    return sentence({ name, variable, url, error });
  } finally {
    await connection.destroy();
  }
}

async function askRedis() {
  const socket = { connectTimeout: 5_000, reconnectStrategy: false };
  const client = createClient({ url: REDIS, socket });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.ping();
    return undefined;
  } catch (error) {
    return sentence({ name: 'Redis', variable: 'COUNTERSIGN_TEST_REDIS', url: REDIS, error });
  } finally {
    if (client.isOpen) client.destroy();
  }
}

const sentence = ({ name, variable, url, error }) =>
  `${name} does not answer at ${url} (${error.code ?? error.message}); start it, or set ${variable}.`;
