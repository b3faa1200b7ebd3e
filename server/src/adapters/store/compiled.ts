import type { Knex } from 'knex';
import type { Db } from './database';
import type { Row } from './rows';

/** What we use of better-sqlite3: it answers at once. */
export interface SqliteConnection {
  prepare(sql: string): SqliteStatement;
  /** Joins the transaction that is open on the connection, if there is one. */
  transaction(run: (work: () => void) => void): SqliteTransaction;
}

export interface SqliteStatement {
  run(...bindings: readonly SqliteValue[]): SqliteDone;
  get(...bindings: readonly SqliteValue[]): unknown;
  all(...bindings: readonly SqliteValue[]): unknown[];
}

interface SqliteDone {
  readonly changes: number;
  readonly lastInsertRowid: number | bigint;
}

interface SqliteTransaction {
  immediate(work: () => void): void;
}

type SqliteValue = string | number | null;

/** By connection and text. A connection that is closed takes its statements along. */
const statements = new WeakMap<SqliteConnection, Map<string, SqliteStatement>>();
/** By connection: to make one takes as long as to write a row. */
const transactions = new WeakMap<SqliteConnection, SqliteTransaction>();

/**
 * All of `work` in one transaction, without a turn for anybody else. knex would build and SQLite
 * compile each statement anew: at thousands a second that is most of what a statement costs.
 *
 * @param k of a SQLite database
 */
export const atOnce = <T>(k: Knex, work: (sqlite: SqliteConnection) => T): Promise<T> =>
  connected(k, (sqlite) => {
    let done: T | undefined;
    transactionOn(sqlite).immediate(() => void (done = work(sqlite)));
    return done as T;
  });

function transactionOn(sqlite: SqliteConnection): SqliteTransaction {
  const known = transactions.get(sqlite) ?? sqlite.transaction((work) => work());
  transactions.set(sqlite, known);
  return known;
}

/** The answer to a query that is asked again and again with other values, on SQLite compiled once. */
export async function rowsOf(db: Db, k: Knex, query: Knex.QueryBuilder): Promise<Row[]> {
  if (db.dialect !== 'sqlite') return query;
  const { sql, bindings } = query.toSQL().toNative();
  return rowsOnSqlite(k, sql, bindings.map(valueOf));
}

export const rowsOnSqlite = (
  k: Knex,
  sql: string,
  values: readonly SqliteValue[] = [],
): Promise<Row[]> => connected(k, (sqlite) => compiled(sqlite, sql).all(...values) as Row[]);

/** As knex binds them. */
export const valueOf = (value: unknown): SqliteValue =>
  typeof value === 'boolean' ? Number(value) : (value as SqliteValue);

export async function connected<T>(k: Knex, work: (sqlite: SqliteConnection) => T): Promise<T> {
  const sqlite: SqliteConnection = await k.client.acquireConnection();
  try {
    return work(sqlite);
  } finally {
    await k.client.releaseConnection(sqlite);
  }
}

/** Compiled at its first use on this connection. */
export function compiled(sqlite: SqliteConnection, sql: string): SqliteStatement {
  const known = statements.get(sqlite) ?? new Map<string, SqliteStatement>();
  statements.set(sqlite, known);
  const statement = known.get(sql) ?? sqlite.prepare(sql);
  known.set(sql, statement);
  return statement;
}
