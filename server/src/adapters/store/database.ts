import { setImmediate } from 'node:timers/promises';
import type { Knex } from 'knex';
import { rowsOnSqlite } from './compiled';
import { againAfterDeadlock } from './deadlocks';

export type Dialect = 'sqlite' | 'postgres' | 'mysql';

/** The part of Strapi's `strapi.db` the stores stand on. */
export interface StrapiDatabase {
  readonly connection: Knex;
  readonly dialect: { readonly client: string };
  inTransaction(): boolean;
  transaction<T>(work: (context: { trx: Knex.Transaction }) => Promise<T>): Promise<T>;
  getSchemaName(): string | undefined;
}

/**
 * Our view of the host's database. Every query goes through `read` or `within`: on SQLite the pool
 * holds one connection, so a query beside an open transaction would wait for itself.
 */
export interface Db {
  readonly dialect: Dialect;
  /** Runs in the transaction that is open around the caller, else on the plain connection. */
  read<T>(work: (k: Knex) => Promise<T>): Promise<T>;
  /**
   * Runs in the transaction that is open around the caller, else in a new one. A transaction the database
   * gives up to end a deadlock is begun again, unless it belongs to somebody further out.
   */
  within<T>(work: (k: Knex) => Promise<T>): Promise<T>;
  /**
   * Beside the transaction around the caller, on a connection of its own. Never on SQLite, which has one
   * connection and would wait for itself.
   */
  aside<T>(work: (k: Knex) => Promise<T>): Promise<T>;
  /** A query on one of our tables, in the host's PostgreSQL schema if it has one. */
  table(k: Knex, name: string): Knex.QueryBuilder;
  /** The host's PostgreSQL schema, if it set one. */
  readonly schemaName: string | undefined;
  /** For DDL, in the same schema. */
  schema(k: Knex): Knex.SchemaBuilder;
  /** The quoted, schema-qualified name for raw SQL. */
  name(table: string): string;
  /** The database's own time in ms since 1970: leases and schedules are measured by one clock. */
  now(): Promise<number>;
}

export function createDb(database: StrapiDatabase): Db {
  const schemaName = database.getSchemaName();
  const dialect = dialectOf(database.dialect.client);
  const db: Db = {
    dialect,
    read: (work) => (database.inTransaction() ? db.within(work) : work(database.connection)),
    within: (work) => {
      const once = () => database.transaction(({ trx }) => work(trx));
      return database.inTransaction() ? once() : againAfterDeadlock(once);
    },
    aside: (work) => work(database.connection),
    schemaName,
    schema: (k) => (schemaName ? k.schema.withSchema(schemaName) : k.schema),
    table: (k, name) => (schemaName ? k(name).withSchema(schemaName) : k(name)),
    name: (table) =>
      database.connection.ref(schemaName ? `${schemaName}.${table}` : table).toString(),
    now: async () => {
      // SQLite answers at once: whoever takes up or gives back a batch would leave nobody a turn for 10 ms.
      if (dialect === 'sqlite') await setImmediate();
      return db.read((k) => databaseNow(k, dialect));
    },
  };
  return db;
}

function dialectOf(client: string): Dialect {
  if (client === 'sqlite' || client === 'postgres' || client === 'mysql') return client;
  throw new Error(`database client must be sqlite, postgres or mysql, got ${client}`);
}

const NOW: Record<Dialect, string> = {
  sqlite: `select cast((julianday('now') - 2440587.5) * 86400000 as integer) as now`,
  postgres: `select (extract(epoch from clock_timestamp()) * 1000)::bigint as now`,
  mysql: `select cast(unix_timestamp(now(3)) * 1000 as signed) as now`,
};

async function databaseNow(k: Knex, dialect: Dialect): Promise<number> {
  const rows =
    dialect === 'sqlite'
      ? await rowsOnSqlite(k, NOW.sqlite)
      : rawRows(await k.raw(NOW[dialect]), dialect);
  return Number(rows[0]?.now);
}

/** knex hands raw answers through as each driver shapes them. */
export function rawRows(answer: unknown, dialect: Dialect): Record<string, unknown>[] {
  if (dialect === 'postgres') return (answer as { rows: Record<string, unknown>[] }).rows;
  if (dialect === 'mysql') return (answer as [Record<string, unknown>[]])[0];
  return answer as Record<string, unknown>[];
}
