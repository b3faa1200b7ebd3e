import type { Knex } from 'knex';

/** What we use of better-sqlite3: it answers at once. */
export interface SqliteConnection {
  prepare(sql: string): SqliteStatement;
  /** Joins the transaction that is open on the connection, if there is one. */
  transaction<T>(work: () => T): { immediate(): T };
}

export interface SqliteStatement {
  run(...bindings: readonly SqliteValue[]): { readonly changes: number };
  get(...bindings: readonly SqliteValue[]): unknown;
}

type SqliteValue = string | number | null;

/** By connection and text. A connection that is closed takes its statements along. */
const statements = new WeakMap<SqliteConnection, Map<string, SqliteStatement>>();

/**
 * All of `work` in one transaction, without a turn for anybody else. knex would build and SQLite
 * compile each statement anew: at thousands a second that is most of what a statement costs.
 *
 * @param k of a SQLite database
 */
export async function atOnce<T>(k: Knex, work: (sqlite: SqliteConnection) => T): Promise<T> {
  const sqlite: SqliteConnection = await k.client.acquireConnection();
  try {
    return sqlite.transaction(() => work(sqlite)).immediate();
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
