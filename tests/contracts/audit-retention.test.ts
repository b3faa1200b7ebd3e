import { openDatabase, type TestDatabase } from '../support/database';
import { at, openTrail, type Trail } from '../support/trail';

let database: TestDatabase;
let trail: Trail;
beforeAll(async () => {
  database = await openDatabase();
});
beforeEach(async () => {
  trail = await openTrail(database);
});
afterAll(() => database.close());

const DAY = 24 * 60 * 60_000;

describe('rows that go by age', () => {
  beforeEach(async () => {
    await trail.tenActs();
    trail.time.now += 100 * DAY;
    await trail.acts(3);
    await trail.sealer.keepUp();
  });

  it('leave a chain that can be checked as before', async () => {
    await trail.dropAfter(30);
    await trail.sealer.keepUp();
    expect(await trail.verify()).toMatchObject({ isWhole: true, sealed: 14, dropped: 10 });
    const left = await trail.audit.list({ limit: 50 });
    expect(left.map(({ act }) => act)).toEqual(['audit.drop', ...Array(3).fill('edition.approve')]);
  });

  it('are kept for ever unless somebody set a time', async () => {
    await trail.dropAfter(null);
    expect(await trail.audit.list({ limit: 50 })).toHaveLength(13);
  });

  it('go at most once a day', async () => {
    await trail.dropAfter(30);
    trail.time.now += 40 * DAY;
    await trail.dropAfter(30);
    await trail.dropAfter(0);
    expect(await trail.chain.drops()).toMatchObject([{ throughSeq: 10 }, { throughSeq: 13 }]);
  });

  it('go on going after a kill', async () => {
    const { deleteRows } = trail.chain;
    trail.deps.chain.deleteRows = () => Promise.reject(new Error('killed'));
    await expect(trail.dropAfter(30)).rejects.toThrow('killed');
    trail.deps.chain.deleteRows = deleteRows;
    await trail.dropAfter(30);
    expect(await trail.audit.list({ limit: 50 })).toHaveLength(4);
  });

  it('are old by their own time, whatever somebody writes beside their seals', async () => {
    await trail.vandalise(({ seals }) => seals().update({ sealed_at: trail.time.now - 90 * DAY }));
    await trail.dropAfter(30);
    expect(await trail.chain.drops()).toMatchObject([{ throughSeq: 10 }]);
    expect(await trail.rowIds()).toHaveLength(13);
    expect(await trail.audit.list({ limit: 50 })).toHaveLength(4);
  });

  it('stay where somebody has touched them, so that it is found', async () => {
    const ids = await trail.rowIds();
    await trail.vandalise(({ rows }) =>
      rows()
        .where({ id: at(ids, 4) })
        .update({ person: 'nobody' }),
    );
    await trail.dropAfter(30);
    expect(await trail.chain.drops()).toMatchObject([{ throughSeq: 4 }]);
    expect(await trail.kindsFound()).toEqual(['changed']);
  });

  it('do not excuse a later row, nor does a note that somebody else wrote', async () => {
    await trail.dropAfter(30);
    const ids = await trail.rowIds();
    await trail.vandalise(async ({ rows, drops }) => {
      await rows()
        .where({ id: at(ids, 11) })
        .delete();
      await drops().insert({ through_seq: 12, dropped_at: trail.time.now, seal: 'k1.own' });
    });
    expect(await trail.kindsFound()).toEqual(['removed', 'seal-forged']);
  });
});
