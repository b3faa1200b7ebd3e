import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knex, { type Knex } from 'knex';

/** Where one Strapi of the tests keeps its data, as the playground's environment names it. */
export interface StrapiDatabase {
  readonly env: Readonly<Record<string, string>>;
  remove(): Promise<void>;
}

/** `npm test` needs no service; `npm run test:services` names the others. */
export function makeDatabase(): Promise<StrapiDatabase> {
  const kind = process.env.COUNTERSIGN_TEST_DATABASE ?? 'sqlite';
  const make = PLACES[kind];
  if (!make) throw new Error(`COUNTERSIGN_TEST_DATABASE: ${Object.keys(PLACES).join(', ')}`);
  return make();
}

const PLACES: Readonly<Record<string, () => Promise<StrapiDatabase>>> = { sqlite, postgres, mysql };

async function sqlite(): Promise<StrapiDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-strapi-'));
  return {
    env: { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: join(folder, 'data.db') },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function postgres(): Promise<StrapiDatabase> {
  const connectionString =
    process.env.COUNTERSIGN_TEST_POSTGRES ?? 'postgres://postgres@127.0.0.1:5432/postgres';
  const server: Knex.Config = { client: 'pg', connection: connectionString };
  const schema = freshName();
  await once(server, `create schema ${schema}`);
  return {
    env: {
      ...loginOf(new URL(connectionString), '5432'),
      DATABASE_CLIENT: 'postgres',
      DATABASE_SCHEMA: schema,
    },
    remove: () => once(server, `drop schema ${schema} cascade`),
  };
}

async function mysql(): Promise<StrapiDatabase> {
  const url = new URL(process.env.COUNTERSIGN_TEST_MYSQL ?? 'mysql://root@127.0.0.1:3306');
  const login = loginOf(url, '3306');
  const server: Knex.Config = {
    client: 'mysql2',
    connection: {
      host: login.DATABASE_HOST,
      port: Number(login.DATABASE_PORT),
      user: login.DATABASE_USERNAME,
      password: login.DATABASE_PASSWORD,
    },
  };
  const database = freshName();
  await once(server, `create database ${database} character set utf8mb4`);
  return {
    env: { ...login, DATABASE_CLIENT: 'mysql', DATABASE_NAME: database },
    remove: () => once(server, `drop database ${database}`),
  };
}

const loginOf = (url: URL, port: string) => ({
  DATABASE_HOST: url.hostname,
  DATABASE_PORT: url.port || port,
  DATABASE_NAME: url.pathname.slice(1) || 'postgres',
  DATABASE_USERNAME: decodeURIComponent(url.username),
  DATABASE_PASSWORD: decodeURIComponent(url.password),
});

const freshName = (): string => `countersign_test_${randomBytes(6).toString('hex')}`;

/** One statement on a connection of its own. */
async function once(config: Knex.Config, statement: string): Promise<void> {
  const connection = knex(config);
  try {
    await connection.raw(statement);
  } finally {
    await connection.destroy();
  }
}
