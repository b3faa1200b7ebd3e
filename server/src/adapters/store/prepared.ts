import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { Db } from './database';

/** Databases behind a pooler that gives each question another session: there nothing stays prepared. */
const poolers = new WeakSet<Db>();

/**
 * On PostgreSQL, in no transaction: a statement that each session plans once. Of the time of a statement that marks
 * and settles ten deliveries, planning is two thirds.
 */
export async function prepared(
  db: Db,
  k: Knex,
  sql: string,
  bindings: readonly Knex.RawBinding[],
): Promise<unknown> {
  if (poolers.has(db)) return k.raw(sql, bindings);
  try {
    return await k.raw(sql, bindings).options({ name: nameOf(sql) });
  } catch (error) {
    // It was refused before it did anything.
    if (!isUnknown(error)) throw error;
    poolers.add(db);
    return k.raw(sql, bindings);
  }
}

const names = new Map<string, string>();

function nameOf(sql: string): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  const name = `countersign_${createHash('sha256').update(sql).digest('hex').slice(0, 16)}`;
  names.set(sql, name);
  return name;
}

/** It does not exist; it exists already. */
const UNKNOWN: readonly unknown[] = ['26000', '42P05'];

/**
 * Poolers say most of what goes wrong with them under one code (08P01), a server that crashed after it had
 * committed too: there the text has to name the statement.
 */
const isUnknown = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (UNKNOWN.includes(error.code) ||
    (error.code === '08P01' && /prepared statement/i.test(error.message)));
