import type { Knex } from 'knex';
import type { ClaimKey } from '../../domain/subscribers/claim';
import { TABLES } from '../../names';
import type { Outbox } from '../../ports';
import type { Db } from './database';
import { idOf, inChunks, type Row, rowIds, textOf } from './rows';

export function createOutbox(db: Db): Outbox {
  const outbox = (k: Knex): Knex.QueryBuilder => db.table(k, TABLES.outbox);

  const insert = async (k: Knex, people: readonly ClaimKey[], at: number): Promise<void> => {
    for (const some of inChunks(people)) {
      await outbox(k).insert(
        some.map(({ sourceId, externalId }) => ({
          source_id: sourceId,
          external_id: externalId,
          at,
        })),
      );
    }
  };

  return {
    add: (people, at) =>
      db.read((k) =>
        // Without a savepoint an insert that fails would take the host's write with it on PostgreSQL.
        db.dialect === 'postgres' && k.isTransaction
          ? k.transaction((inner) => insert(inner, people, at))
          : insert(k, people, at),
      ),
    addWaiting: (subscriberIds, at) =>
      db.within(async (k) => {
        for (const some of inChunks(rowIds(subscriberIds))) {
          const waiting = db
            .table(k, TABLES.claims)
            .where({ left_out: 'same-person', gone_at: null })
            .whereIn('subscriber_id', some)
            .orderBy(['source_id', 'external_id'])
            .select('source_id', 'external_id', k.raw('?', [at]));
          await k(k.raw(`${db.name(TABLES.outbox)} (source_id, external_id, at)`)).insert(waiting);
        }
      }),
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
