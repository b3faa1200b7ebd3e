import type { Knex } from 'knex';
import { readPace, type GroupPace } from '../../domain/delivery/group-pace';
import { TABLES } from '../../names';
import type { GroupPaceStore } from '../../ports';
import type { Db } from './database';
import { textOf, type Row } from './rows';

const AT_MOST = 1000;

export function createGroupPaceStore(db: Db): GroupPaceStore {
  const groups = (k: Knex) => db.table(k, TABLES.domainGroups);
  return {
    all: () =>
      db.read(async (k) => {
        const rows: Row[] = await groups(k).orderBy('group_name').limit(AT_MOST).select('*');
        return new Map(
          rows.flatMap((row) => {
            const pace = paceOf(row);
            return pace ? [[textOf(row.group_name), pace] as const] : [];
          }),
        );
      }),
    change: (group, change, at) =>
      db.within(async (k) => {
        const row = { group_name: group, pace: 'null', changed_at: at };
        await groups(k).insert(row).onConflict('group_name').ignore();
        const found = groups(k).where({ group_name: group }).first('pace');
        const before = await (db.dialect === 'sqlite' ? found : found.forUpdate());
        const pace = change(paceOf(before));
        const values = { pace: JSON.stringify(pace), changed_at: at };
        await groups(k).where({ group_name: group }).update(values);
        return pace;
      }),
    forget: (names) =>
      db.read(async (k) => {
        await groups(k)
          .whereIn('group_name', [...names])
          .delete();
      }),
  };
}

const paceOf = ({ pace }: Row): GroupPace | null => readPace(JSON.parse(textOf(pace)));
