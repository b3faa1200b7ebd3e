import { sealRows } from '../../server/src/domain/audit/chain';
import { LOG_EVENTS } from '../../server/src/names';
import { openDatabase, type TestDatabase } from '../support/database';
import { latch } from '../support/latch';
import { at, DATABASE_ID, openTrail, type Trail } from '../support/trail';

let database: TestDatabase;
let trail: Trail;
beforeAll(async () => {
  database = await openDatabase();
});
beforeEach(async () => {
  trail = await openTrail(database);
});
afterAll(() => database.close());

describe('an audit trail nobody has touched', () => {
  it('is whole, and says how many rows are not in the chain yet', async () => {
    await trail.tenActs();
    await trail.acts(2);
    expect(await trail.verify()).toEqual({
      ...{ isWhole: true, sealed: 10, unsealed: 2, dropped: 0, found: 0, findings: [] },
      ...{ isMarked: true, isAppendOnly: true },
    });
  });

  it('is sealed once, however many processes look after it', async () => {
    await trail.acts(10);
    const sealers = [1, 2, 3, 4].map(() => trail.sealerOfAnother());
    await Promise.all(sealers.map((sealer) => sealer.keepUp()));
    await trail.sealer.keepUp();
    expect(await trail.verify()).toMatchObject({ isWhole: true, sealed: 10, unsealed: 0 });
  });

  it('tells its newest seal outside of the database', async () => {
    await trail.tenActs();
    const head = await trail.chain.head();
    const fields = { database: DATABASE_ID, seq: 10, seal: head?.seal };
    expect(trail.log.events).toEqual([{ event: LOG_EVENTS.auditSealed, fields }]);
    expect(trail.mark.mark).toEqual({ databaseId: DATABASE_ID, seq: 10, seal: head?.seal });
  });

  it('writes nothing while nothing happens', async () => {
    await trail.tenActs();
    const { mark } = trail.mark;
    expect(await trail.sealer.keepUp()).toBe(0);
    expect(trail.mark.mark).toBe(mark);
    expect(trail.log.events).toHaveLength(1);
  });

  it('takes in a row that was committed after later ones were sealed', async () => {
    const ids = await trail.tenActs();
    const late = at(ids, 4);
    await trail.vandalise(async ({ rows, seals }) => {
      await seals().where('seq', '>', 4).delete();
      await rows().where('id', '>', at(ids, 5)).delete();
    });
    // As if row 5 had been seen after row 6: a transaction that began earlier and ended later.
    const unsealed = await trail.chain.unsealed('ever', 10);
    const [rowFive, rowSix] = [unsealed[0], unsealed[1]];
    const after = await trail.chain.head();
    if (!rowFive || !rowSix || !after) throw new Error('ten rows were written');
    const sealing = { databaseId: DATABASE_ID, sign: trail.deps.keys.sign.bind(null, 'audit') };
    await trail.chain.append(sealRows([rowSix], { after, at: trail.time.now }, sealing));
    trail.mark.mark = null;
    expect(await trail.sealer.keepUp()).toBe(1);
    expect((await trail.rowIds()).at(-1)).toBe(late);
    expect(await trail.verify()).toMatchObject({ isWhole: true, sealed: 6 });
  });
});

describe('the database itself', () => {
  // By its message: the error's class is of whichever test file loaded SQLite first in this process.
  const refused = (work: Promise<unknown>) =>
    expect(work).rejects.toMatchObject({ message: expect.stringContaining('append-only') });

  it('refuses to change or remove rows and seals', async () => {
    await trail.tenActs();
    await refused(trail.tamper(({ rows }) => rows().update({ person: 'bob' })));
    await refused(trail.tamper(({ rows }) => rows().delete()));
    await refused(trail.tamper(({ seals }) => seals().update({ seal: 'k1.own' })));
    await refused(trail.tamper(({ seals }) => seals().delete()));
  });

  it('is said not to refuse when its triggers are gone', async () => {
    await trail.vandalise(async () => undefined);
    expect(await trail.verify()).toMatchObject({ isAppendOnly: false, isWhole: true });
  });
});

describe('twenty people at once', () => {
  it('do not wait for each other, and everything they did is sealed', async () => {
    let isDone = false;
    const sealing = (async () => {
      while (!isDone) await trail.sealer.keepUp();
    })();
    const people = Array.from({ length: 20 }, (_, at) => `person-${at}`);
    await Promise.all(
      people.map(async (person) => {
        for (let done = 0; done < 25; done += 1) await trail.act(person);
      }),
    );
    isDone = true;
    await sealing;
    await trail.sealer.keepUp();
    expect(await trail.verify()).toMatchObject({ isWhole: true, sealed: 500, unsealed: 0 });
  });

  it('does not wait for an act that has written its row and is not through', async () => {
    const ann = latch();
    const isWritten = latch();
    const open = trail.transactions.within(async () => {
      await trail.act('ann');
      isWritten.open();
      await ann.opened;
    });
    await isWritten.opened;
    // SQLite has one writer at a time: there is nobody beside it.
    if (database.db.dialect === 'sqlite') ann.open();
    await trail.act('bob');
    expect(await trail.sealer.keepUp()).toBe(database.db.dialect === 'sqlite' ? 2 : 1);
    ann.open();
    await open;
    await trail.sealer.keepUp();
    expect(await trail.verify()).toMatchObject({ isWhole: true, sealed: 2, unsealed: 0 });
  });
});

describe('a page of the trail', () => {
  beforeEach(async () => {
    await trail.act('ann', 'edition.submit', 'e1');
    trail.time.now += 1000;
    await trail.act('bob', 'edition.approve', 'e1');
    trail.time.now += 1000;
    await trail.act('bob', 'edition.approve', 'e2');
  });
  const who = async (query: object) =>
    (await trail.audit.list({ limit: 50, ...query })).map(
      ({ person, act, subjectId }) => `${person} ${act} ${subjectId}`,
    );

  it('is newest first, by act, person, subject and time', async () => {
    const [third, second, first] = await who({});
    expect(third).toBe('bob edition.approve e2');
    expect(await who({ act: 'edition.submit' })).toEqual([first]);
    expect(await who({ person: 'bob' })).toEqual([third, second]);
    expect(await who({ subject: 'e1' })).toEqual([second, first]);
    expect(await who({ from: trail.time.now - 1000, to: trail.time.now - 1000 })).toEqual([second]);
  });

  it('goes on after the last row of the page before', async () => {
    const [last] = await trail.audit.list({ limit: 1 });
    expect(await who({ before: last?.id })).toHaveLength(2);
  });
});
