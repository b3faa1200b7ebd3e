import { MADE_STATES, type MadeSource } from '../../domain/subscribers/made-source';
import type { SourceMapping } from '../../domain/subscribers/source-mapping';
import { TABLES } from '../../names';
import type { MadeSourceStore } from '../../ports';
import type { Db } from './database';
import { numberOf, oneOf, textOf, type Row } from './rows';

export function createMadeSourceStore(db: Db): MadeSourceStore {
  return {
    insert: (source) =>
      db.within(async (k) => {
        await db.table(k, TABLES.sources).insert(rowOf(source));
      }),
    save: (source) =>
      db.within(async (k) => {
        const { mapping, state, changed_at } = rowOf(source);
        const one = db.table(k, TABLES.sources).where({ id: source.mapping.id });
        await one.update({ mapping, state, changed_at });
      }),
    find: (id) =>
      db.read(async (k) => {
        const row: Row | undefined = await db.table(k, TABLES.sources).where({ id }).first();
        return row ? sourceOf(row) : null;
      }),
    all: () =>
      db.read(async (k) => {
        const rows: Row[] = await db.table(k, TABLES.sources).orderBy(['made_at', 'id']).select();
        return rows.map(sourceOf);
      }),
  };
}

const rowOf = ({ mapping, state, madeBy, madeAt, changedAt }: MadeSource) => ({
  id: mapping.id,
  state,
  mapping: JSON.stringify(mapping),
  made_by: madeBy,
  made_at: madeAt,
  changed_at: changedAt,
});

const sourceOf = (row: Row): MadeSource => ({
  // Written by us and checked before; a field that is gone since is found where it is read.
  mapping: JSON.parse(textOf(row.mapping)) as SourceMapping,
  state: oneOf(MADE_STATES, row.state),
  madeBy: textOf(row.made_by),
  madeAt: numberOf(row.made_at),
  changedAt: numberOf(row.changed_at),
});
