import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database, type DatabaseConfig, type Model } from '@strapi/database';
import knex, { type Knex } from 'knex';
import { createDb, type Db } from '../../server/src/adapters/store/database';
import { migrate } from '../../server/src/adapters/store/migrate';

/** A database server on a busy machine takes its time, above all for tables. */
jest.setTimeout(60_000);

/** A database of its own for one test file, with our tables in it. */
export interface TestDatabase {
  readonly db: Db;
  /** The `strapi.db` underneath, for tests that write as the host would. */
  readonly strapiDb: Database;
  /** Closes the connections and leaves nothing behind. */
  close(): Promise<void>;
}

/**
 * SQLite in a temporary file, or what COUNTERSIGN_TEST_DATABASE names: `postgres` or `mysql`.
 *
 * @param models the host's own content types, as Strapi's database layer wants them
 */
export async function openDatabase(models: Model[] = []): Promise<TestDatabase> {
  const place = await PLACES[kindOfTests()]();
  const strapiDb = new Database({
    connection: place.connection,
    settings: { migrations: { dir: join(tmpdir(), 'countersign-no-migrations') } },
    logger: SILENT,
  });
  if (models.length > 0) await makeHostTables(strapiDb, models);
  const db = createDb(strapiDb);
  await migrate(db, 0);
  return {
    db,
    strapiDb,
    close: async () => {
      await strapiDb.destroy();
      await place.remove();
    },
  };
}

const KINDS = ['sqlite', 'postgres', 'mysql'] as const;
type Kind = (typeof KINDS)[number];

function kindOfTests(): Kind {
  const wanted = process.env.COUNTERSIGN_TEST_DATABASE ?? 'sqlite';
  const kind = KINDS.find((known) => known === wanted);
  if (kind) return kind;
  throw new Error(`COUNTERSIGN_TEST_DATABASE must be one of ${KINDS.join(', ')}, got ${wanted}`);
}

async function makeHostTables(strapiDb: Database, models: Model[]): Promise<void> {
  await strapiDb.init({ models });
  await strapiDb.schema.create();
  // Strapi's entity manager opens its transactions on the global, not on itself.
  Object.assign(globalThis, { strapi: { db: strapiDb } });
}

interface Place {
  readonly connection: DatabaseConfig['connection'];
  remove(): Promise<void>;
}

const PLACES: Record<Kind, () => Promise<Place>> = { sqlite, postgres, mysql };

async function sqlite(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-db-'));
  const connection = { filename: join(folder, 'data.db') };
  await once({ client: 'better-sqlite3', connection }, 'pragma journal_mode = wal');
  return {
    connection: { client: 'sqlite', connection, useNullAsDefault: true },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A schema each, named in the connection, as a host with a schema of its own would. */
async function postgres(): Promise<Place> {
  const connectionString =
    process.env.COUNTERSIGN_TEST_POSTGRES ?? 'postgres://postgres@127.0.0.1:5432/postgres';
  const schema = freshName();
  const server: Knex.Config = { client: 'pg', connection: connectionString };
  await once(server, `create schema ${schema}`);
  const connection = { connectionString, schema };
  return {
    connection: { client: 'postgres', connection, pool: { min: 0, max: 5 } },
    remove: () => once(server, `drop schema ${schema} cascade`),
  };
}

async function mysql(): Promise<Place> {
  const url = new URL(process.env.COUNTERSIGN_TEST_MYSQL ?? 'mysql://root@127.0.0.1:3306');
  const database = freshName();
  const login = {
    host: url.hostname,
    port: Number(url.port || 3306),
    user: url.username,
    password: url.password,
  };
  const server: Knex.Config = { client: 'mysql2', connection: login };
  await once(server, `create database ${database} character set utf8mb4`);
  return {
    connection: {
      client: 'mysql',
      connection: { ...login, database },
      pool: { min: 0, max: 5 },
    },
    remove: () => once(server, `drop database ${database}`),
  };
}

const freshName = (): string => `countersign_test_${randomBytes(6).toString('hex')}`;

/** One statement on a connection of its own. */
async function once(config: Knex.Config, statement: string): Promise<void> {
  const connection = knex({ useNullAsDefault: true, ...config });
  try {
    await connection.raw(statement);
  } finally {
    await connection.destroy();
  }
}

const SILENT = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  debug: () => undefined,
};
