import type { Knex } from 'knex';
import type { SqlClient, SqlSource } from '../../../domain/subscribers/sql-source';

const SECOND = 1000;
/** At most; a source that is waited for less is waited for less here too. */
const CONNECT_MS = 10 * SECOND;

/** What each driver's package is called; the site installs the one it needs. */
export const DRIVERS: Readonly<Record<SqlClient, string>> = {
  pg: 'pg',
  mysql: 'mysql2',
  sqlite: 'better-sqlite3',
};

/** Every connection is made read-only, and gives up by itself, before anything is asked. */
export function knexConfig(source: SqlSource): Knex.Config {
  const { connection } = source;
  const connectMs = Math.min(CONNECT_MS, source.timeoutSeconds * SECOND);
  const { driver, settings, prepare } = DIALECTS[connection.client];
  return {
    client: driver,
    connection: settings(connection, connectMs),
    // Waits for a connection no longer than one takes to be made.
    acquireConnectionTimeout: connectMs + SECOND,
    pool: {
      min: 0,
      max: 2,
      afterCreate: (raw: RawConnection, done: Done) =>
        prepare(raw, source.timeoutSeconds * SECOND, done),
    },
    useNullAsDefault: true,
    log: SILENT,
  };
}

type Done = (error?: unknown) => void;

/** What the three drivers hand over: two that are asked, and one that answers at once. */
interface RawConnection {
  query(sql: string, done: Done): void;
  pragma(what: string): void;
  defaultSafeIntegers(on: boolean): void;
}

interface Dialect {
  readonly driver: string;
  settings(connection: SqlSource['connection'], connectMs: number): object;
  prepare(raw: RawConnection, timeoutMs: number, done: Done): void;
}

const DIALECTS: Readonly<Record<SqlClient, Dialect>> = {
  pg: {
    driver: 'pg',
    settings: ({ client: _, ...login }, connectMs) => ({
      ...login,
      connectionTimeoutMillis: connectMs,
      application_name: 'countersign',
    }),
    prepare: (raw, timeoutMs, done) =>
      raw.query(
        `set session characteristics as transaction read only; set statement_timeout = ${timeoutMs}`,
        done,
      ),
  },
  mysql: {
    driver: 'mysql2',
    settings: ({ client: _, ...login }, connectMs) => ({
      ...login,
      ...('ssl' in login ? { ssl: login.ssl ? {} : undefined } : {}),
      connectTimeout: connectMs,
      charset: 'utf8mb4',
      // No id may be rounded.
      supportBigNumbers: true,
      bigNumberStrings: true,
    }),
    prepare: (raw, timeoutMs, done) =>
      raw.query('set session transaction read only', (refused) =>
        refused ? done(refused) : limitTime(raw, timeoutMs, done),
      ),
  },
  sqlite: {
    driver: 'better-sqlite3',
    settings: ({ client: _, ...place }) => ({ ...place, options: { readonly: true } }),
    prepare: (raw, _timeoutMs, done) => {
      raw.pragma('query_only = on');
      raw.defaultSafeIntegers(true);
      done();
    },
  },
};

/** MariaDB counts seconds, MySQL milliseconds, and neither knows the other's name for it. */
function limitTime(raw: RawConnection, timeoutMs: number, done: Done): void {
  raw.query(`set session max_statement_time = ${timeoutMs / SECOND}`, (unknown) => {
    if (!unknown) return done();
    raw.query(`set session max_execution_time = ${timeoutMs}`, done);
  });
}

const SILENT = {
  warn: () => undefined,
  error: () => undefined,
  deprecate: () => undefined,
  debug: () => undefined,
};
