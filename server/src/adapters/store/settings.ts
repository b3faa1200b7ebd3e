import type { Knex } from 'knex';
import { TABLES } from '../../names';
import type { SettingStore } from '../../ports';
import type { Db } from './database';
import { textOf } from './rows';

export function createSettingStore(db: Db): SettingStore {
  return {
    get: (name) =>
      db.read(async (k) => {
        const row = await db.table(k, TABLES.settings).where({ name }).first('value');
        return row ? (JSON.parse(textOf(row.value)) as unknown) : null;
      }),
    lock: (name) => db.within((k) => lock(k, db, name)),
    set: (name, value, by, at) =>
      db.within(async (k) => {
        const change = { value: JSON.stringify(value), changed_by: by, changed_at: at };
        await db
          .table(k, TABLES.settings)
          .insert({ name, ...change })
          .onConflict('name')
          .merge(change);
      }),
  };
}

/** A row there is none of yet cannot be locked: one that says nothing is made. SQLite has one writer anyway. */
async function lock(k: Knex, db: Db, name: string): Promise<void> {
  if (db.dialect === 'sqlite') return;
  const rows = () => db.table(k, TABLES.settings);
  const locked: unknown = await rows().where({ name }).forUpdate().first('name');
  if (locked) return;
  const nothing = { name, value: 'null', changed_by: 'house', changed_at: 0 };
  await rows().insert(nothing).onConflict('name').ignore();
  await rows().where({ name }).forUpdate().first('name');
}
