import type { Knex } from 'knex';
import { TABLES } from '../../names';
import type { Outbox } from '../../ports';
import type { Db } from './database';
import { idOf, inChunks, type Row, rowIds, textOf } from './rows';

export function createOutbox(db: Db): Outbox {
  const outbox = (k: Knex): Knex.QueryBuilder => db.table(k, TABLES.outbox);

  return {
    // In a savepoint of its own: on PostgreSQL an insert that fails would take the host's write with it.
    add: (people, at) =>
      db.read((k) =>
        k.transaction(async (inner) => {
          for (const some of inChunks(people)) {
            await outbox(inner).insert(
              some.map(({ sourceId, externalId }) => ({
                source_id: sourceId,
                external_id: externalId,
                at,
              })),
            );
          }
        }),
      ),
    next: (sourceId, limit) =>
      db.read(async (k) => {
        const rows: Row[] = await outbox(k)
          .where({ source_id: sourceId })
          .orderBy('id')
          .limit(limit)
          .select('id', 'source_id', 'external_id');
        return rows.map((row) => ({
          id: idOf(row.id),
          sourceId: textOf(row.source_id),
          externalId: textOf(row.external_id),
        }));
      }),
    remove: (ids) =>
      db.within(async (k) => {
        for (const some of inChunks(rowIds(ids))) await outbox(k).whereIn('id', some).delete();
      }),
  };
}
