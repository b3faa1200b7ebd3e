import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knex, { type Knex } from 'knex';
import type { SqlConnection } from '../../server/src/domain/subscribers/sql-source';

/** A company's own database, of the kind COUNTERSIGN_TEST_DATABASE names; the plugin's is another one. */
export interface Customers {
  /** As the site owner would write it in the configuration. */
  readonly connection: SqlConnection;
  /** As the company writes into it. */
  readonly write: Knex;
  close(): Promise<void>;
}

export const openCustomers = (): Promise<Customers> => {
  const kind = process.env.COUNTERSIGN_TEST_DATABASE ?? 'sqlite';
  if (kind === 'sqlite') return sqlite();
  return kind === 'postgres' ? postgres() : mysql();
};

const freshName = (): string => `customers_${randomBytes(6).toString('hex')}`;

async function sqlite(): Promise<Customers> {
  const folder = await mkdtemp(join(tmpdir(), 'customers-'));
  const filename = join(folder, 'data.db');
  const write = knex({
    client: 'better-sqlite3',
    connection: { filename },
    useNullAsDefault: true,
  });
  await write.raw('pragma journal_mode = wal');
  return {
    connection: { client: 'sqlite', filename },
    write,
    close: async () => {
      await write.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const loginOf = (url: string, port: number) => {
  const { hostname, port: given, username, password } = new URL(url);
  const login = { host: hostname, port: Number(given || port), user: username };
  return { ...login, ...(password === '' ? {} : { password }) };
};

async function postgres(): Promise<Customers> {
  const url =
    process.env.COUNTERSIGN_TEST_POSTGRES ?? 'postgres://postgres@127.0.0.1:5432/postgres';
  return server('pg', loginOf(url, 5432), 'postgres');
}

async function mysql(): Promise<Customers> {
  const url = process.env.COUNTERSIGN_TEST_MYSQL ?? 'mysql://root@127.0.0.1:3306';
  return server('mysql', loginOf(url, 3306), 'mysql');
}

async function server(
  client: 'pg' | 'mysql',
  login: ReturnType<typeof loginOf>,
  maintenance: string,
): Promise<Customers> {
  const database = freshName();
  const driver = client === 'pg' ? 'pg' : 'mysql2';
  const keeper = knex({ client: driver, connection: { ...login, database: maintenance } });
  await keeper.raw(`create database ${database}`);
  const write = knex({ client: driver, connection: { ...login, database } });
  return {
    connection: { client, ...login, database, ssl: false },
    write,
    close: async () => {
      await write.destroy();
      await keeper.raw(`drop database ${database}${client === 'pg' ? ' with (force)' : ''}`);
      await keeper.destroy();
    },
  };
}
