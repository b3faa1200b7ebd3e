import { TABLES } from '../../../../names';
import type { Marking, Settling } from '../../../../ports';
import { atOnce, compiled, type SqliteConnection } from '../../compiled';
import type { Db } from '../../database';
import { rowIds } from '../../rows';
import { countOf, type Exchange, type Exchanged } from './exchange';
import { fromSaid } from '../rows';

/** Row by row: compiled once, a row takes a few microseconds. */
export const exchangeOnSqlite = (db: Db, { settling, marking, at }: Exchange): Promise<Exchanged> =>
  db.read((k) =>
    atOnce(k, (sqlite) => {
      const settled = settling.reduce((sum, one) => sum + settle(sqlite, one, at), 0);
      const marked = marking && settled === countOf(settling) ? mark(sqlite, marking) : [];
      return { settled, marked };
    }),
  );

const SETTLE = `update ${TABLES.deliveries}
  set state = ?, because = ?, reply = ?, attempt = ?, first_tried_at = ?, due_at = ?, tried_at = ?
  where id = ? and batch_id = ? and state = 'sending' and fence = ?`;

function settle(sqlite: SqliteConnection, { claim, settlements }: Settling, at: number): number {
  const statement = compiled(sqlite, SETTLE);
  let settled = 0;
  for (const { id, change } of settlements) {
    const { state, because, attempt, firstTriedAt, dueAt } = change;
    const what = [state, because, fromSaid(change), attempt, firstTriedAt, dueAt, at];
    const where = [Number(id), Number(claim.batchId), claim.fence];
    settled += statement.run(...what, ...where).changes;
  }
  return settled;
}

const OURS = `select 1 from ${TABLES.batches} b join ${TABLES.editions} e on e.id = b.edition_id
  where b.id = ? and b.state = 'claimed' and b.owner = ? and b.fence = ? and e.state = 'sending'`;

const MARK = `update ${TABLES.deliveries} set state = 'sending', fence = ?
  where id = ? and batch_id = ? and state in ('pending', 'deferred')`;

const MARKED = `select 1 from ${TABLES.deliveries} where id = ? and state = 'sending' and fence = ?`;

/** Nobody else writes before this transaction ends, so one look at the claim is enough for all. */
function mark(sqlite: SqliteConnection, { claim, ids }: Marking): string[] {
  const { owner, fence } = claim;
  const batchId = Number(claim.batchId);
  if (!compiled(sqlite, OURS).get(batchId, owner, fence)) return [];
  const wanted = rowIds(ids);
  const runMark = compiled(sqlite, MARK);
  const count = wanted.filter((id) => runMark.run(fence, id, batchId).changes > 0).length;
  if (count === 0) return [];
  if (count === wanted.length) return wanted.map(String);
  return wanted.filter((id) => compiled(sqlite, MARKED).get(id, fence)).map(String);
}
