import type { Knex } from 'knex';
import { askFor, extend, grantOf, type RateAsk } from '../../domain/delivery/rate';
import { TABLES } from '../../names';
import type { RateStore, SharedClock } from '../../ports';
import type { Db } from './database';
import { numberOf, textOf, type Row } from './rows';

/** The rates of an installation without Redis, by the database's clock. */
export function createRateStore(db: Db, clock: SharedClock = db): RateStore {
  const known = new Set<string>();
  return {
    take: async (lines, most, when) => {
      const ask = askFor(lines, most, when);
      for (const { name } of lines) if (!known.has(name)) await begin(db, known, name);
      const now = (await clock.now()) * 1000;
      const { begin: at, ends } = await db.within((k) => extended(db, k, ask, now));
      return grantOf(ask, { isTaken: ends !== null, begin: at, now });
    },
    close: async () => undefined,
  };
}

/** A row there is none of yet cannot be locked. */
async function begin(db: Db, known: Set<string>, name: string): Promise<void> {
  await db.read(async (k) => {
    const rates = db.table(k, TABLES.rates);
    await rates.insert({ transport_id: name, ends_at: 0 }).onConflict('transport_id').ignore();
  });
  known.add(name);
}

/** Of two that ask, the second sees what the first has taken. In one order, so that they never wait for each other. */
async function extended(db: Db, k: Knex, ask: RateAsk, now: number) {
  const rates = () => db.table(k, TABLES.rates);
  const names = ask.lines.map(({ name }) => name);
  const found = rates().whereIn('transport_id', names).orderBy('transport_id');
  const rows: Row[] = await (db.dialect === 'sqlite' ? found : found.forUpdate());
  const endOf = new Map(rows.map((row) => [textOf(row.transport_id), numberOf(row.ends_at)]));
  const after = extend(
    names.map((name) => endOf.get(name) ?? 0),
    now,
    ask,
  );
  for (const [at, end] of (after.ends ?? []).entries()) {
    await rates().where({ transport_id: names[at] }).update({ ends_at: end });
  }
  return after;
}
