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
