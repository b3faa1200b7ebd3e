import type { Knex } from 'knex';
import { askFor, grantOf, type RateAsk } from '../../domain/delivery/rate';
import { TABLES } from '../../names';
import type { RateStore, SharedClock } from '../../ports';
import type { Db } from './database';
import { numberOf } from './rows';

/** The rates of an installation without Redis, by the database's clock. */
export function createRateStore(db: Db, clock: SharedClock = db): RateStore {
  return {
    take: async (transportId, perSecond, most) => {
      const ask = askFor(perSecond, most);
      const now = (await clock.now()) * 1000;
      await db.read(async (k) => {
        const first = { transport_id: transportId, ends_at: 0 };
        const rates = db.table(k, TABLES.rates);
        await rates.insert(first).onConflict('transport_id').ignore();
      });
      return db.within(async (k) => {
        const rates = () => db.table(k, TABLES.rates).where({ transport_id: transportId });
        const taken = await extended(rates(), k, { ask, now });
        const end = numberOf((await rates().first('ends_at')).ends_at);
        return grantOf(ask, { isTaken: taken > 0, end, now });
      });
    },
    close: async () => undefined,
  };
}

/** `extend` of the domain, in one statement: of two that ask, the second sees what the first has taken. */
const extended = (
  rates: Knex.QueryBuilder,
  k: Knex,
  { ask, now }: { readonly ask: RateAsk; readonly now: number },
): Promise<number> => {
  const begin = now - ask.behind;
  const absurd = now + ask.absurd;
  return rates
    .where(
      (free) => void free.where('ends_at', '<=', now + ask.ahead).orWhere('ends_at', '>', absurd),
    )
    .update({
      ends_at: k.raw('(case when ends_at > ? and ends_at <= ? then ends_at else ? end) + ?', [
        ...[begin, absurd, begin],
        ask.length,
      ]),
    });
};
