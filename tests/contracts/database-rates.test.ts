import { createRateStore } from '../../server/src/adapters/store/rates';
import { openDatabase, type TestDatabase } from '../support/database';
import { createStoppedClock } from '../support/ledger';
import { ratesContract } from './rates.contract';

describe('the rates in the database', () => {
  let opened: TestDatabase;
  afterAll(() => opened.close());

  ratesContract('The database', async () => {
    opened = await openDatabase();
    const clock = createStoppedClock();
    const join = () => createRateStore(opened.db, clock);
    return { store: join(), join, setClock: clock.set };
  });

  it('go by the clock of the database', async () => {
    const rates = createRateStore(opened.db);
    await rates.take([{ name: 'own-clock', perSecond: 1 }], 1);
    const row = await opened.db.read((k) =>
      opened.db.table(k, 'countersign_rates').where({ transport_id: 'own-clock' }).first(),
    );
    expect(Math.abs(Number(row.ends_at) / 1000 - (await opened.db.now()))).toBeLessThan(5_000);
  });
});
