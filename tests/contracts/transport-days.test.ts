import { createDayStore } from '../../server/src/adapters/store/days';
import { openDatabase, type TestDatabase } from '../support/database';

describe('the messages a transport has begun on a day', () => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openDatabase();
  });
  afterAll(() => opened.close());
  const days = () => createDayStore(opened.db);

  it('are never more than the limit, however many ask at once', async () => {
    const asked = Array.from({ length: 8 }, () =>
      days().take('many', '2026-11-27', { limit: 50, most: 9 }),
    );
    const taken = await Promise.all(asked);
    expect(taken.reduce((a, b) => a + b, 0)).toBe(50);
    expect(await days().used('many', '2026-11-27')).toBe(50);
    expect(await days().take('many', '2026-11-27', { limit: 50, most: 9 })).toBe(0);
  });

  it('are there again once they are given back, and anew the next day', async () => {
    const limits = { limit: 5, most: 5 };
    await days().take('back', '2026-11-27', limits);
    await days().giveBack('back', '2026-11-27', 2);
    expect(await days().take('back', '2026-11-27', limits)).toBe(2);
    expect(await days().take('back', '2026-11-28', limits)).toBe(5);
  });

  it('say when they began', async () => {
    expect(await days().firstDay('first')).toBeNull();
    for (const day of ['2026-11-28', '2026-12-01'])
      await days().take('first', day, { limit: 1, most: 1 });
    expect(await days().firstDay('first')).toBe('2026-11-28');
  });

  it('stay as they are when the limit is lowered under them', async () => {
    await days().take('lowered', '2026-11-27', { limit: 10, most: 10 });
    expect(await days().take('lowered', '2026-11-27', { limit: 5, most: 5 })).toBe(0);
    expect(await days().used('lowered', '2026-11-27')).toBe(10);
  });
});
