import type { Knex } from 'knex';
import { SUPPRESSION_REASONS, type SuppressionReason } from '../../domain/subscribers/subscriber';
import { gravest } from '../../domain/subscribers/suppression';
import { TABLES } from '../../names';
import type { KinStore } from '../../ports';
import { insertMany, whereAmong } from './bulk';
import type { Db } from './database';
import { hasOthers, marksOfOthers, markedKin, othersOf, stir } from './kin/others';
import { inChunks, oneOf, type Row, rowIds, textOf } from './rows';

export function createKinStore(db: Db): KinStore {
  /** Chunk by chunk. */
  const each = (
    subscriberIds: readonly string[],
    ask: (k: Knex, some: readonly number[]) => Promise<Row[]>,
  ): Promise<Row[]> =>
    db.within(async (k) => {
      const found: Row[] = [];
      for (const some of inChunks(rowIds(subscriberIds))) found.push(...(await ask(k, some)));
      return found;
    });

  return {
    note: ({ sourceId, people }, at) =>
      db.within(async (k) => {
        const row = { source_id: sourceId, people };
        if (await db.table(k, TABLES.sourcePeople).where(row).first('source_id')) return;
        await insertMany(db, k, TABLES.sourcePeople, [row], {
          on: ['source_id', 'people'],
          merge: [],
        });
        await stir(db, k, row, at);
      }),
    leftElsewhere: ({ listId, ...source }, externalIds) =>
      db.within(async (k) => {
        const found = new Map<string, SuppressionReason>();
        // Most sites have one source over their people: there is nothing to look for, a hundred thousand times.
        if (!(await hasOthers(db, k, source))) return found;
        for (const some of inChunks(externalIds)) {
          const marks = whereAmong(db, marksOfOthers(db, k, source), 'c.external_id', some).where(
            (fit) => void fit.whereNull('c.suppressed_list').orWhere('c.suppressed_list', listId),
          );
          const rows: Row[] = await marks.select('c.external_id', 'c.suppressed_because');
          for (const row of rows) {
            const externalId = textOf(row.external_id);
            found.set(externalId, gravest(found.get(externalId) ?? reasonIn(row), reasonIn(row)));
          }
        }
        return found;
      }),
    othersOf: async (ids) => {
      const rows = await each(ids, (k, some) =>
        othersOf(db, k, some).distinct('o.source_id', 'mine.external_id'),
      );
      return rows.map((row) => ({
        sourceId: textOf(row.source_id),
        externalId: textOf(row.external_id),
      }));
    },
    reasonsOf: async (ids) => {
      const rows = await each(ids, (k, some) =>
        markedKin(db, k, some).select('c.suppressed_because'),
      );
      return rows.map(reasonIn);
    },
    unsuppress: (ids, at) =>
      db.within(async (k) => {
        const rows = await each(ids, (_k, some) =>
          markedKin(db, k, some).distinct('c.source_id', 'c.external_id'),
        );
        const none = { suppressed_at: null, suppressed_because: null, suppressed_list: null };
        for (const { source_id, external_id } of rows) {
          await db
            .table(k, TABLES.claims)
            .where({ source_id, external_id })
            .update({ ...none, updated_at: at });
        }
      }),
  };
}

const reasonIn = (row: Row): SuppressionReason =>
  oneOf(SUPPRESSION_REASONS, row.suppressed_because);
