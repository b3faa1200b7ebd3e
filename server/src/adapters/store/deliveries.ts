import { setImmediate } from 'node:timers/promises';
import type { Knex } from 'knex';
import { TABLES } from '../../names';
import type { Claim, DeliveryLedger, SendingDelivery, SharedClock } from '../../ports';
import type { Db } from './database';
import { cancelNext } from './deliveries/cancel-next';
import { exchange } from './deliveries/exchange';
import { final } from './deliveries/final';
import { findDue } from './deliveries/find-due';
import { toSending } from './deliveries/rows';
import { settleLate } from './deliveries/settle-late';
import { writeSettlements } from './deliveries/write-settlements';
import { inChunks, rowIds } from './rows';

export function createDeliveryLedger(db: Db, clock: SharedClock = db): DeliveryLedger {
  const deliveries = (k: Knex) => db.table(k, TABLES.deliveries);
  const ofBatch = (k: Knex, claim: Claim) =>
    deliveries(k).where({ batch_id: Number(claim.batchId) });

  return {
    findDue: async (claim, audience, limit) => {
      // SQLite answers at once: where a million are skipped in a row, nobody else would have a turn.
      await setImmediate();
      const now = await clock.now();
      return db.read((k) => findDue(db, k, claim, audience, { now, limit }));
    },

    skip: (claim, skipped, at) =>
      db.read(async (k) => {
        for (const [because, ids] of byReason(skipped)) {
          await ofBatch(k, claim)
            .whereIn('id', ids)
            .whereIn('state', ['pending', 'deferred'])
            .update({ state: 'skipped', because, due_at: null, tried_at: at });
        }
      }),

    exchange: (settling, marking, at) => exchange(db, { settling, marking, at }),

    findSending: (claim) =>
      db.read(async (k) => {
        const rows = await ofBatch(k, claim)
          .where({ state: 'sending' })
          .select(...SENDING);
        return rows.map(toSending);
      }),

    settleAbandoned: async (claim, settlements, at) => {
      await db.read((k) => {
        const left = ofBatch(k, claim).where({ state: 'sending' });
        return writeSettlements(k, left, settlements, at);
      });
    },

    findUncertain: (ids) =>
      db.read(async (k) => {
        const found: SendingDelivery[] = [];
        for (const chunk of inChunks(rowIds(ids))) {
          const uncertain = deliveries(k).whereIn('id', chunk).where({ state: 'uncertain' });
          found.push(...(await uncertain.select(...SENDING)).map(toSending));
        }
        return found;
      }),

    settleUncertain: async (settlements, at) => {
      for (const chunk of inChunks(final(settlements))) await settleLate(db, chunk, at, {});
    },

    cancelNext: (editionId, after, at) =>
      db.within((k) => cancelNext(db, k, { editionId, after, at })),
  };
}

const SENDING = ['id', 'subscriber_id', 'attempt', 'first_tried_at', 'fence'] as const;

function byReason(skipped: Parameters<DeliveryLedger['skip']>[1]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const { id, because } of skipped) {
    groups.set(because, [...(groups.get(because) ?? []), Number(id)]);
  }
  return groups;
}
