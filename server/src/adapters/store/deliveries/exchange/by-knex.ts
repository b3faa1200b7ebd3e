import { TABLES } from '../../../../names';
import type { Db } from '../../database';
import { countOf, type Exchange, type Exchanged } from './exchange';
import { markSending } from '../mark-sending';
import { writeSettlements } from '../write-settlements';

/**
 * A statement each, committed each: MySQL locks what a statement reads on its way, and a transaction that
 * kept such locks would meet whoever cancels or takes over in a deadlock.
 */
export async function exchangeByKnex(
  db: Db,
  { settling, marking, at }: Exchange,
): Promise<Exchanged> {
  let settled = 0;
  for (const { claim, settlements } of settling) {
    settled += await db.read((k) => {
      const mine = db
        .table(k, TABLES.deliveries)
        .where({ batch_id: Number(claim.batchId), state: 'sending', fence: claim.fence });
      return writeSettlements(k, mine, settlements, at);
    });
  }
  if (!marking || settled < countOf(settling)) return { settled, marked: [] };
  const { claim, ids } = marking;
  return { settled, marked: await db.read((k) => markSending(db, k, claim, ids)) };
}
