import type { Knex } from 'knex';
import { TABLES } from '../../../names';
import { rawRows, type Db, type Dialect } from '../database';
import { TRIGGERS, type Trigger } from './trigger-texts';

/**
 * Makes the trail append-only where the database lets us: a hurdle for a clumsy or hasty hand. The chain
 * is the guarantee, so a database that refuses (a managed MySQL wants SUPER for a trigger) stops nothing.
 * Looked at in each boot: a right that is granted later counts from then on.
 */
export async function guardTrail(k: Knex, db: Db): Promise<void> {
  const missing = await missingTriggers(k, db);
  for (const { create } of missing) await softly(k, create(db));
}

export const isAppendOnly = async (k: Knex, db: Db): Promise<boolean> =>
  (await missingTriggers(k, db)).length === 0;

async function missingTriggers(k: Knex, db: Db): Promise<Trigger[]> {
  const rows = rawRows(await k.raw(WHICH[db.dialect](db)), db.dialect);
  const there = new Set(rows.map(({ name }) => String(name)));
  return TRIGGERS[db.dialect].filter(({ name }) => !there.has(name));
}

const OURS = `('${TABLES.audit}', '${TABLES.auditSeals}')`;

const WHICH: Record<Dialect, (db: Db) => string> = {
  sqlite: () => `select name from sqlite_master where type = 'trigger' and tbl_name in ${OURS}`,
  postgres: ({ schemaName }) =>
    `select t.tgname as name from pg_trigger t
     join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
     where t.tgenabled <> 'D' and c.relname in ${OURS}
     and n.nspname = ${schemaName ? `'${schemaName.replaceAll(`'`, `''`)}'` : 'current_schema()'}`,
  mysql: () =>
    `select trigger_name as name from information_schema.triggers
     where trigger_schema = database() and event_object_table in ${OURS}`,
};

/** In a savepoint of its own: on PostgreSQL a refusal would otherwise undo the whole migration. */
async function softly(k: Knex, statements: readonly string[]): Promise<void> {
  try {
    await k.transaction(async (inner) => {
      for (const statement of statements) await inner.raw(statement);
    });
  } catch (refusal) {
    if (!isRefusal(refusal)) throw refusal;
  }
}

/** Anything but a lost connection or a programming error comes with the database's own code. */
const isRefusal = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error;
