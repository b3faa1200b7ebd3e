import type { Knex } from 'knex';
import { TABLES } from '../../../names';
import type { NamedPeople } from '../../../ports';
import { insertMany, whereAmong } from '../bulk';
import type { Db } from '../database';
import type { Row } from '../rows';

/** `mine`, claims on these subscribers, and `o`, every other source over the same people. */
export const othersOf = (db: Db, k: Knex, ids: readonly number[]): Knex.QueryBuilder =>
  whereAmong(db, db.table(k, `${TABLES.claims} as mine`), 'mine.subscriber_id', ids)
    .join(`${TABLES.sourcePeople} as p`, 'p.source_id', 'mine.source_id')
    .join(`${TABLES.sourcePeople} as o`, (on) => {
      on.on('o.people', 'p.people').andOn('o.source_id', '<>', 'mine.source_id');
    });

/** As `othersOf`, with `c`, what those sources have of the same people, where they left by it. */
export const markedKin = (db: Db, k: Knex, ids: readonly number[]): Knex.QueryBuilder =>
  othersOf(db, k, ids)
    .join(`${TABLES.claims} as c`, (on) => {
      on.on('c.source_id', 'o.source_id').andOn('c.external_id', 'mine.external_id');
    })
    .whereNotNull('c.suppressed_at');

/** Whether another source names these people too. */
export const hasOthers = async (db: Db, k: Knex, named: NamedPeople): Promise<boolean> =>
  Boolean(await others(db, k, named).first('p.source_id'));

const others = (db: Db, k: Knex, { people, sourceId }: NamedPeople): Knex.QueryBuilder =>
  db
    .table(k, `${TABLES.sourcePeople} as p`)
    .where('p.people', people)
    .whereNot('p.source_id', sourceId);

/** `c`, claims of whoever left, of every other source over these people. */
export const marksOfOthers = (db: Db, k: Knex, named: NamedPeople): Knex.QueryBuilder =>
  others(db, k, named)
    .join(`${TABLES.claims} as c`, 'c.source_id', 'p.source_id')
    .whereNotNull('c.suppressed_at');

/** Whoever of this source left by another has to be read again. */
export async function stir(
  db: Db,
  k: Knex,
  { source_id: sourceId, people }: { readonly source_id: string; readonly people: string },
  at: number,
): Promise<void> {
  const rows: Row[] = await marksOfOthers(db, k, { sourceId, people })
    .join(`${TABLES.claims} as mine`, 'mine.external_id', 'c.external_id')
    .where('mine.source_id', sourceId)
    .distinct('mine.external_id');
  await insertMany(
    db,
    k,
    TABLES.outbox,
    rows.map(({ external_id }) => ({ source_id: sourceId, external_id, at })),
  );
}
