import { createOutbox } from '../../server/src/adapters/store/outbox';
import { type WatchDeps, watchSource } from '../../server/src/adapters/sources/watch';
import { openDatabase, type TestDatabase } from '../support/database';
import { contentTypes, USERS } from '../support/host-models';
import { silentLog } from '../support/log';

const MAPPING = {
  id: 'users',
  contentType: USERS.uid,
  list: 'newsletter',
  fields: { email: 'email', consent: 'newsletterConsent' },
};

describe('watching the rows of a source', () => {
  let opened: TestDatabase;
  let stop: () => void;
  let woken = 0;
  beforeAll(async () => {
    opened = await openDatabase([USERS]);
  });
  afterAll(() => opened.close());

  const users = () => opened.strapiDb.query(USERS.uid);
  const outbox = () => createOutbox(opened.db);
  const watch = (change: Partial<WatchDeps> = {}): (() => void) =>
    watchSource(MAPPING, {
      lifecycles: opened.strapiDb.lifecycles,
      host: { query: users, contentType: (uid) => contentTypes()[uid] },
      outbox: outbox(),
      clock: { now: () => 1 },
      log: silentLog,
      wake: () => void (woken += 1),
      ...change,
    });
  const noted = async (): Promise<string[]> => {
    const entries = await outbox().next('users', 100);
    await outbox().remove(entries.map(({ id }) => id));
    return entries.map(({ externalId }) => externalId);
  };
  const add = (documentId = 'ann', rest: object = {}) =>
    users().create({ data: { documentId, email: `${documentId}@example.com` }, ...rest });

  beforeEach(async () => {
    stop = watch();
    await add();
    await noted();
    woken = 0;
  });
  afterEach(async () => {
    stop();
    await users().deleteMany({});
  });

  it.each([
    ['is created', () => add('bob'), 'bob'],
    ['is created, of which nothing is selected', () => add('bob', { select: ['id'] }), 'bob'],
    [
      'changes',
      () => users().update({ where: { documentId: 'ann' }, data: { blocked: true } }),
      'ann',
    ],
    [
      'changes, of which nothing is selected',
      () => users().update({ where: { documentId: 'ann' }, data: { email: 'x' }, select: ['id'] }),
      'ann',
    ],
    ['is deleted', () => users().delete({ where: { documentId: 'ann' } }), 'ann'],
    [
      'is deleted, of which nothing is selected',
      () => users().delete({ where: { email: 'ann@example.com' }, select: ['id'] }),
      'ann',
    ],
    ['is one of many created', () => users().createMany({ data: [{ documentId: 'bob' }] }), '*'],
    [
      'is one of many changed',
      () => users().updateMany({ where: {}, data: { blocked: true } }),
      '*',
    ],
    ['is one of many deleted', () => users().deleteMany({ where: { documentId: 'ann' } }), '*'],
  ])('notes who %s', async (_, act, externalId) => {
    await act();
    expect(await noted()).toEqual([externalId]);
    expect(woken).toBe(1);
  });

  it('does not note a change of what no source reads', async () => {
    await users().update({ where: { documentId: 'ann' }, data: { password: 'changed' } });
    expect(await noted()).toEqual([]);
  });

  it('notes with the host’s transaction, or not at all', async () => {
    const failing = opened.strapiDb.transaction(async () => {
      await add('bob');
      throw new Error('the host changed its mind');
    });
    await expect(failing).rejects.toThrow('the host changed its mind');
    expect(await noted()).toEqual([]);

    await opened.strapiDb.transaction(async () => void (await add('cat')));
    expect(await noted()).toEqual(['cat']);
  });

  it('never fails the host’s write, not even inside its transaction', async () => {
    stop();
    const troubles: unknown[] = [];
    stop = watch({
      outbox: { ...outbox(), add: (people) => outbox().add(people, Number.NaN) },
      log: { ...silentLog, error: (_event, trouble) => void troubles.push(trouble) },
    });
    await opened.strapiDb.transaction(async () => {
      await add('bob');
      await users().update({ where: { documentId: 'bob' }, data: { blocked: true } });
    });
    await users().delete({ where: { documentId: 'ann' } });
    expect((await users().findMany({})).map(({ documentId }) => documentId)).toEqual(['bob']);
    expect(troubles).toHaveLength(3);
  });

  it('stops when it is told to', async () => {
    stop();
    await add('bob');
    expect(await noted()).toEqual([]);
    stop = watch();
  });
});
