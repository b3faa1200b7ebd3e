import type { Knex } from 'knex';
import type { Tally } from '../../domain/reports/tally';
import { TABLES } from '../../names';
import type { ReportReader } from '../../ports';
import type { Db } from './database';
import { toState } from './deliveries/rows';
import { readDeliveries } from './reports/read-deliveries';
import { numberOf, textOf, type Row } from './rows';
import { minuteOf } from './tallies';

const MS_PER_MINUTE = 60_000;

export const createReportReader = (db: Db): ReportReader => ({
  tallies: (editionIds) =>
    db.read(async (k) => {
      const rows = await k
        .select()
        .from(addedUp(db, k, editionIds).as('a'))
        .unionAll([inHand(db, k, editionIds)]);
      return rows.map(toTally);
    }),

  unsubscribed: (editionId) =>
    db.read(async (k) => {
      const [row] = await db
        .table(k, `${TABLES.editions} as e`)
        .join(`${TABLES.suppressions} as x`, 'x.since', '>=', 'e.started_at')
        .join(`${TABLES.subscribers} as s`, 's.address_hash', 'x.address_hash')
        .join(`${TABLES.deliveries} as d`, 'd.subscriber_id', 's.id')
        .where('e.id', editionId)
        .where('x.because', 'unsubscribed')
        .where({ 'd.edition_id': editionId, 'd.state': 'accepted' })
        .count({ n: '*' });
      return numberOf(row?.n);
    }),

  deliveries: (query) => db.read((k) => readDeliveries(db, k, query)),
});

/** What is added up is believed, unless somebody is working on the batch. */
const addedUp = (db: Db, k: Knex, editionIds: readonly string[]) =>
  db
    .table(k, `${TABLES.tallies} as t`)
    .join(`${TABLES.batches} as b`, 'b.id', 't.batch_id')
    .join(`${TABLES.editions} as e`, 'e.id', 't.edition_id')
    .whereIn('t.edition_id', [...editionIds])
    .whereNot('b.state', 'claimed')
    .whereRaw('b.freeze_id = e.freeze_id')
    .groupBy('t.edition_id', 't.state', 't.because', 't.minute')
    .select('t.edition_id', 't.state', 't.because', 't.minute', k.raw('sum(t.n) as n'));

/** The few batches in somebody's hands are counted as they are. */
function inHand(db: Db, k: Knex, editionIds: readonly string[]) {
  const because = `coalesce(d.because, '')`;
  const minute = minuteOf(db, 'd.tried_at');
  return db
    .table(k, `${TABLES.batches} as b`)
    .join(`${TABLES.deliveries} as d`, 'd.batch_id', 'b.id')
    .whereIn('b.edition_id', [...editionIds])
    .where('b.state', 'claimed')
    .groupByRaw(`b.edition_id, d.state, ${because}, ${minute}`)
    .select('b.edition_id', 'd.state', k.raw(`${because} as because`))
    .select(k.raw(`${minute} as minute`), k.raw('count(*) as n'));
}

const toTally = (row: Row): Tally => ({
  editionId: textOf(row.edition_id),
  state: toState(row.state),
  because: row.because === '' ? null : textOf(row.because),
  minute: numberOf(row.minute) === 0 ? null : numberOf(row.minute) * MS_PER_MINUTE,
  count: numberOf(row.n),
});
