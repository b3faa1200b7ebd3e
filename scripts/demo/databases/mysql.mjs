import { freshName, withKnex } from './with-knex.mjs';

const LOCAL = 'mysql://root@127.0.0.1:3306';

/** A database of its own on the MySQL or MariaDB that COUNTERSIGN_TEST_MYSQL names. */
export async function mysql() {
  const login = loginOf(new URL(process.env.COUNTERSIGN_TEST_MYSQL ?? LOCAL));
  const server = { client: 'mysql2', connection: login };
  const database = freshName();
  await withKnex(server, (knex) => knex.raw(`create database ${database} character set utf8mb4`));
  return {
    env: {
      DATABASE_CLIENT: 'mysql',
      DATABASE_HOST: login.host,
      DATABASE_PORT: String(login.port),
      DATABASE_NAME: database,
      DATABASE_USERNAME: login.user,
      DATABASE_PASSWORD: login.password,
    },
    tables: () => withKnex({ ...server, connection: { ...login, database } }, readTables),
    remove: () => withKnex(server, (knex) => knex.raw(`drop database ${database}`)),
  };
}

const loginOf = (url) => ({
  host: url.hostname,
  port: Number(url.port || 3306),
  user: decodeURIComponent(url.username),
  password: decodeURIComponent(url.password),
});

async function readTables(knex) {
  const found = await knex('information_schema.tables')
    .where('table_schema', knex.raw('database()'))
    .pluck('table_name');
  return Promise.all(found.map(async (table) => ({ table, rows: await knex(table) })));
}
