import type { Knex } from 'knex';
import { folded } from '../../domain/segments/attributes';
import type { Rule, Segment } from '../../domain/segments/rule';
import { TABLES } from '../../names';
import type { SegmentStore } from '../../ports';
import type { Db } from './database';
import { numberOf, textOf, type Row } from './rows';

export function createSegmentStore(db: Db): SegmentStore {
  const segments = (k: Knex): Knex.QueryBuilder => db.table(k, TABLES.segments);

  return {
    all: () =>
      db.read(async (k) => {
        const rows: Row[] = await segments(k).orderBy('name_key').select();
        return rows.map(segmentOf);
      }),
    find: (id) =>
      db.read(async (k) => {
        const row: Row | undefined = await segments(k).where({ id }).first();
        return row ? segmentOf(row) : null;
      }),
    some: (ids) =>
      db.read(async (k) => {
        const rows: Row[] = await segments(k).whereIn('id', ids).select();
        return rows.map(segmentOf);
      }),
    insert: (segment) =>
      db.within(async (k) => {
        await segments(k).insert(rowOf(segment)).onConflict('name_key').ignore();
        return (await segments(k).where({ id: segment.id }).first('id')) !== undefined;
      }),
    save: (segment, seen) =>
      db.within(async (k) => {
        const { id, ...row } = rowOf(segment);
        const other = segments(k).where({ name_key: row.name_key }).whereNot({ id });
        if (await other.first('id')) return 'segment-name-taken';
        const saved = await segments(k).where({ id, changed_at: seen }).update(row);
        return saved > 0 ? 'saved' : 'changed-meanwhile';
      }),
    remove: (id) =>
      db.within(async (k) => {
        await segments(k).where({ id }).delete();
      }),
  };
}

const rowOf = ({ id, name, rule, changedAt }: Segment) => ({
  ...{ id, name },
  name_key: folded(name),
  rule: JSON.stringify(rule),
  changed_at: changedAt,
});

const segmentOf = (row: Row): Segment => ({
  id: textOf(row.id),
  name: textOf(row.name),
  rule: JSON.parse(textOf(row.rule)) as Rule,
  changedAt: numberOf(row.changed_at),
});
