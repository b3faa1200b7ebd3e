import path from 'node:path';

import type { Core } from '@strapi/strapi';

type Env = Core.Config.Shared.ConfigParams['env'];
type Config = Core.Config.Database;

interface SqliteConnection {
  pragma(statement: string): unknown;
}

// Strapi's default (journal=delete, synchronous=FULL) waits for the disk twice at every write.
// With WAL readers do not wait for the writer, and NORMAL loses no commit when a process dies.
const walMode = (
  connection: unknown,
  done: (error?: Error, connection?: unknown) => void,
): void => {
  const sqlite = connection as SqliteConnection;
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = NORMAL');
  done(undefined, connection);
};

// What a site has that was left at Strapi's defaults; `npm run bench` measures that too.
const asStrapiHasIt = (env: Env): boolean => env.bool('SQLITE_DEFAULTS', false);

const sqlite = (env: Env): Config => ({
  connection: {
    client: 'sqlite',
    connection: {
      filename: path.resolve(__dirname, '../..', env('DATABASE_FILENAME', '.tmp/data.db')),
    },
    useNullAsDefault: true,
    pool: asStrapiHasIt(env) ? {} : { afterCreate: walMode },
  },
});

const login = (env: Env, port: number, user: string) => ({
  host: env('DATABASE_HOST', '127.0.0.1'),
  port: env.int('DATABASE_PORT', port),
  database: env('DATABASE_NAME', 'countersign_playground'),
  user: env('DATABASE_USERNAME', user),
  password: env('DATABASE_PASSWORD', ''),
});

const postgres = (env: Env): Config => ({
  connection: {
    client: 'postgres',
    connection: { ...login(env, 5432, 'postgres'), schema: env('DATABASE_SCHEMA', 'public') },
    pool: { min: 0, max: 10 },
  },
});

const mysql = (env: Env): Config => ({
  connection: { client: 'mysql', connection: login(env, 3306, 'root'), pool: { min: 0, max: 10 } },
});

const CLIENTS = { sqlite, postgres, mysql };

export default ({ env }: Core.Config.Shared.ConfigParams): Config =>
  CLIENTS[
    env.oneOf(
      'DATABASE_CLIENT',
      ['sqlite', 'postgres', 'mysql'] as const,
      'sqlite',
    ) as keyof typeof CLIENTS
  ](env);
