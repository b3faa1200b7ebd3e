import { createLeaseStore } from '../../server/src/adapters/store/leases';
import { TABLES } from '../../server/src/names';
import { openDatabase, type TestDatabase } from '../support/database';
import { latch } from '../support/latch';

describe('a transaction', () => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openDatabase();
    const leases = createLeaseStore(opened.db, { now: async () => 1000 });
    for (const name of ['left', 'right']) await leases.take(name, 'ann', 1000);
  });
  afterAll(() => opened.close());

  const addOne = (name: string): Promise<number> =>
    opened.db.within((k) => opened.db.table(k, TABLES.leases).where({ name }).increment('fence'));
  const fences = (): Promise<number[]> =>
    opened.db.read((k) => opened.db.table(k, TABLES.leases).orderBy('name').pluck('fence'));

  it('that the database gave up to end a deadlock is begun again, and done once', async () => {
    const held = { left: latch(), right: latch() };
    const cross = (mine: 'left' | 'right', other: 'left' | 'right') =>
      opened.db.within(async () => {
        await addOne(mine);
        held[mine].open();
        // SQLite lets nobody else begin: there is nothing to wait for, and no deadlock.
        if (opened.db.dialect !== 'sqlite') await held[other].opened;
        await addOne(other);
      });
    await Promise.all([cross('left', 'right'), cross('right', 'left')]);
    expect((await fences()).map(Number)).toEqual([3, 3]);
  });

  it.each(['ER_LOCK_DEADLOCK', 'ER_CHECKREAD', '40001'])(
    'that the database gave up with %s is begun again',
    async (code) => {
      let begun = 0;
      const done = opened.db.within(async () => {
        begun += 1;
        if (begun === 1) throw Object.assign(new Error('given up'), { code });
        return begun;
      });
      expect(await done).toBe(2);
    },
  );

  it('is not begun again for another failure', async () => {
    let begun = 0;
    const failing = opened.db.within(async () => {
      begun += 1;
      throw new Error('a bug');
    });
    await expect(failing).rejects.toThrow('a bug');
    expect(begun).toBe(1);
  });
});
