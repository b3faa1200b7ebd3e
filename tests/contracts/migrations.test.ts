import { migrate, SCHEMA_VERSION } from '../../server/src/adapters/store/migrate';
import { TABLES } from '../../server/src/names';
import { openDatabase, type TestDatabase } from '../support/database';

describe('our tables', () => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openDatabase();
  });
  afterAll(() => opened.close());

  const countOf = (table: string): Promise<number> =>
    opened.db.read(async (k) => {
      const [row] = await opened.db.table(k, table).count({ n: '*' });
      return Number(row?.n);
    });

  it('are all there after the first boot', async () => {
    for (const table of Object.values(TABLES)) {
      if (table === TABLES.schemaVersion) continue;
      expect([table, await countOf(table)]).toEqual([table, 0]);
    }
  });

  it('are left as they are by the next boot', async () => {
    await migrate(opened.db, 1);
    expect(await countOf(TABLES.schemaVersion)).toBe(SCHEMA_VERSION);
  });

  it('are made once by two instances that boot together', async () => {
    await Promise.all([migrate(opened.db, 2), migrate(opened.db, 2)]);
    expect(await countOf(TABLES.schemaVersion)).toBe(SCHEMA_VERSION);
  });

  it('know the time of the database', async () => {
    expect(Math.abs((await opened.db.now()) - Date.now())).toBeLessThan(5_000);
  });
});
