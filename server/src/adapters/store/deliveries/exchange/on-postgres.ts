import { TABLES } from '../../../../names';
import type { Settling } from '../../../../ports';
import { rawRows, type Db } from '../../database';
import { prepared } from '../../prepared';
import { idOf, numberOf, rowIds } from '../../rows';
import { countOf, type Exchange, type Exchanged } from './exchange';
import { fromSaid } from '../rows';

/** One statement, so one round trip and one wait for the disk; planned once. */
export const exchangeOnPostgres = (
  db: Db,
  { settling, marking, at }: Exchange,
): Promise<Exchanged> =>
  db.read(async (k) => {
    const { claim, ids } = marking ?? { claim: null, ids: [] };
    const answer = await prepared(db, k, sqlOf(db), [
      ...columnsOf(settling),
      at,
      claim?.fence ?? 0,
      rowIds(ids),
      Number(claim?.batchId ?? 0),
      countOf(settling),
      Number(claim?.batchId ?? 0),
      claim?.owner ?? '',
      claim?.fence ?? 0,
      rowIds(ids),
      claim?.fence ?? 0,
    ]);
    const [row] = rawRows(answer, db.dialect);
    return { settled: numberOf(row?.settled), marked: [row?.marked].flat().map(idOf) };
  });

function columnsOf(settling: readonly Settling[]): unknown[][] {
  const rows = settling.flatMap(({ claim, settlements }) =>
    settlements.map(({ id, change }) => [
      ...[Number(id), Number(claim.batchId), claim.fence],
      ...[change.state, change.because, fromSaid(change)],
      ...[change.attempt, change.firstTriedAt, change.dueAt],
    ]),
  );
  return COLUMNS.map((_, at) => rows.map((row) => row[at] ?? null));
}

const COLUMNS = [
  'id bigint',
  'batch_id bigint',
  'fence int',
  'state text',
  'because text',
  'reply text',
  'attempt int',
  'first_tried_at bigint',
  'due_at bigint',
].map((column) => column.split(' '));

const NAMES = COLUMNS.map(([name]) => name).join(', ');
const ARRAYS = COLUMNS.map(([, type]) => `?::${type}[]`).join(', ');

const sqlOf = (db: Db): string => {
  const [deliveries, batches, editions] = [TABLES.deliveries, TABLES.batches, TABLES.editions].map(
    db.name,
  );
  return `
    with told as (select * from unnest(${ARRAYS}) as t(${NAMES})),
    settled as (
      update ${deliveries} d
      set state = t.state, because = t.because, reply = t.reply, attempt = t.attempt,
        first_tried_at = t.first_tried_at, due_at = t.due_at, tried_at = ?
      from told t
      where d.id = t.id and d.batch_id = t.batch_id and d.state = 'sending' and d.fence = t.fence
      returning d.id
    ),
    marked as (
      update ${deliveries} d set state = 'sending', fence = ?
      where d.id = any(?::bigint[]) and d.batch_id = ? and d.state in ('pending', 'deferred')
        and (select count(*) from settled) = ?
        and exists (
          select 1 from ${batches} b join ${editions} e on e.id = b.edition_id
          where b.id = ? and b.state = 'claimed' and b.owner = ? and b.fence = ? and e.state = 'sending'
        )
      returning d.id
    )
    select (select count(*) from settled) as settled, array(
      select id from marked
      union select d.id from ${deliveries} d
      where exists (select 1 from marked)
        and d.id = any(?::bigint[]) and d.state = 'sending' and d.fence = ?
      order by 1
    ) as marked`;
};
