import { pageOf } from '../../server/src/adapters/sources/page-of';
import { createVillage, keepTown, openTown, type Town } from '../support/people';
import { aPerson } from '../support/person';

describe('a reconcile', () => {
  let town: Town;
  keepTown([], (opened) => {
    town = opened;
  });

  const move = (change: Parameters<typeof aPerson>[0]) => town.village.move(aPerson(change));
  const reconcile = () => town.sync.reconcile('users');

  it('counts whom it saw, and why not all are on the list', async () => {
    for (let n = 0; n < 1200; n += 1) {
      move({ externalId: `p${String(n).padStart(4, '0')}`, consent: n % 4 !== 0 });
    }
    move({ externalId: 'zz', address: 'P0001@example.com' });
    const run = await reconcile();
    expect(run).toMatchObject({
      state: 'done',
      counts: {
        seen: 1201,
        added: 1201,
        changed: 0,
        removed: 0,
        leftOut: { 'no-consent': 300, 'same-person': 1 },
      },
    });
    expect(await town.audience.count({ include: ['newsletter'], exclude: [] })).toEqual({
      readers: 900,
      leftOut: { 'no-consent': 300, 'same-person': 1 },
    });
  });

  it('counts what is different the next time', async () => {
    move({ externalId: 'ann' });
    move({ externalId: 'bob' });
    move({ externalId: 'cat' });
    await reconcile();
    move({ externalId: 'ann', name: 'Anna' });
    move({ externalId: 'dan' });
    town.village.people.delete('cat');
    const { counts } = await reconcile();
    expect(counts).toEqual({ seen: 3, added: 1, changed: 1, removed: 1, leftOut: {} });
  });

  it('tells how far it is, of how many', async () => {
    for (let n = 0; n < 600; n += 1) move({ externalId: `p${n}` });
    const progress: [number, number][] = [];
    await town.sync.reconcile('users', ({ counts, total }) => {
      progress.push([counts.seen, total]);
    });
    expect(progress).toContainEqual([500, 600]);
    expect(progress.at(-1)).toEqual([600, 600]);
  });

  it('goes on where it crashed', async () => {
    for (let n = 0; n < 1200; n += 1) move({ externalId: `p${String(n).padStart(4, '0')}` });
    let chunks = 0;
    const crash = (): void => {
      if (++chunks === 2) throw new Error('crash');
    };
    await expect(town.sync.reconcile('users', crash)).rejects.toThrow('crash');
    const { people } = town.village.reads;

    const run = await reconcile();
    expect(run.counts.seen).toBe(1200);
    expect(town.village.reads.people - people).toBe(200);
    expect(await town.size()).toBe(1200);
  });

  it('starts anew when the crash is long ago', async () => {
    for (let n = 0; n < 600; n += 1) move({ externalId: `p${String(n).padStart(4, '0')}` });
    const crash = (): void => {
      throw new Error('crash');
    };
    await expect(town.sync.reconcile('users', crash)).rejects.toThrow('crash');
    town.pass(2 * 60 * 60 * 1000);
    const run = await reconcile();
    expect(run.counts).toMatchObject({ seen: 600, added: 100 });
    const states = (await town.rows('syncRuns')).map(({ state }) => state);
    expect(states.sort()).toEqual(['abandoned', 'done']);
  });

  it('removes who went while it was going, and nobody else', async () => {
    for (let n = 0; n < 1100; n += 1) move({ externalId: `p${String(n).padStart(4, '0')}` });
    await reconcile();
    let chunks = 0;
    const run = await town.sync.reconcile('users', () => {
      chunks += 1;
      // The page after the first may have been read already.
      if (chunks === 1) for (const id of ['p1050', 'p0001']) town.village.people.delete(id);
    });
    expect(run.counts.removed).toBe(1);
    expect((await reconcile()).counts.removed).toBe(1);
    expect(await town.size()).toBe(1098);
  });

  it('removes nobody when the source sorts its ids otherwise than the database', async () => {
    for (const id of ['a', 'B', 'c', 'D', 'e', 'F']) move({ externalId: id });
    await reconcile();
    const backwards = [...town.village.people.values()].reverse();
    const read = town.village.read;
    Object.assign(town.village, {
      read: async (after: string | null) => {
        const at = backwards.findIndex(({ externalId }) => externalId === after);
        return pageOf(backwards.slice(at + 1, at + 3));
      },
    });
    const run = await reconcile();
    Object.assign(town.village, { read });
    expect(run.counts).toMatchObject({ seen: 6, removed: 0 });
    expect(await town.size()).toBe(6);
  });

  it.each([
    ['of ours', false],
    ['elsewhere', true],
  ])(
    'writes nothing older than who changed was written as meanwhile: %s',
    async (_, isElsewhere) => {
      for (let n = 0; n < 1100; n += 1) move({ externalId: `p${String(n).padStart(4, '0')}` });
      const read = town.village.read;
      const leave = async (): Promise<void> => {
        move({ externalId: 'p0700', consent: false });
        await town.note('p0700');
        await town.sync.drain();
      };
      Object.assign(town.village, {
        isElsewhere,
        read: async (after: string | null, limit: number) => {
          const early = town.pace.ahead || isElsewhere ? await read(after, limit) : null;
          if (after === 'p0499' && town.village.people.get('p0700')?.consent) await leave();
          return early ?? read(after, limit);
        },
      });
      const run = await reconcile();
      Object.assign(town.village, { isElsewhere: false, read });
      expect(run.state).toBe('done');
      expect(await town.size()).toBe(1099);
      expect(await town.leftOut()).toEqual({ p0700: 'no-consent' });
      expect(await town.rows('consents')).toHaveLength(1099);
    },
  );

  it('shares its work when two instances reconcile at once', async () => {
    for (let n = 0; n < 1700; n += 1) move({ externalId: `p${String(n).padStart(4, '0')}` });
    const [one, other] = await Promise.all([reconcile(), reconcile()]);
    expect(one?.id).toBe(other?.id);
    expect(one?.counts.seen).toBe(1700);
    expect(await town.rows('consents')).toHaveLength(1700);
  });

  it('is asked for by a hook that could not say who changed', async () => {
    move({ externalId: 'ann' });
    await town.note('*');
    const due: string[] = [];
    await town.sync.drain((id) => void due.push(id));
    expect(due).toEqual(['users']);
    await reconcile();
    expect(await town.onList()).toEqual(['ann@example.com']);
  });

  it('begins anew when rows behind it changed that nobody could name', async () => {
    for (let n = 0; n < 600; n += 1) move({ externalId: `p${String(n).padStart(4, '0')}` });
    const crash = (): void => {
      throw new Error('crash');
    };
    await expect(town.sync.reconcile('users', crash)).rejects.toThrow('crash');
    move({ externalId: 'p0000', name: 'changed' });
    await town.note('*');
    const run = await reconcile();
    expect(run.counts).toMatchObject({ seen: 600, changed: 1 });
  });

  it('takes the first of two rows with one id', async () => {
    const read = town.village.read;
    let isFirst = true;
    Object.assign(town.village, {
      read: async () => {
        const people = isFirst ? [aPerson({ name: 'one' }), aPerson({ name: 'two' })] : [];
        isFirst = false;
        return pageOf(people);
      },
    });
    await reconcile();
    Object.assign(town.village, { read });
    const [ann] = await town.everybody();
    expect(await town.subscribers.reveal(ann?.id ?? '')).toMatchObject({ name: 'one' });
  });

  it('leaves the list as it is when the source cannot be read', async () => {
    move({ externalId: 'ann' });
    await reconcile();
    const read = town.village.read;
    const broken = () => Promise.reject(new Error('a field is gone'));
    Object.assign(town.village, { read: broken });
    await expect(reconcile()).rejects.toThrow('a field is gone');
    Object.assign(town.village, { read });
    expect(await town.onList()).toEqual(['ann@example.com']);
  });
});

describe('reconciles of several sources', () => {
  it('go on to the next when one cannot be read, every time', async () => {
    const broken = createVillage('broken', 'other');
    const village = createVillage();
    const town = await openTown(broken, village);
    Object.assign(broken, { count: () => Promise.reject(new Error('a field is gone')) });
    for (const [round, externalId] of ['ann', 'bob', 'cat'].entries()) {
      village.move(aPerson({ externalId }));
      const trouble: unknown = await town.sync
        .reconcileEach(['broken', 'users'])
        .catch((error: unknown) => error);
      expect(trouble).toMatchObject({ errors: [new Error('a field is gone')] });
      expect(await town.size()).toBe(round + 1);
    }
    await town.close();
  });

  it('are asked for although one cannot be read', async () => {
    const broken = createVillage('broken', 'other');
    const town = await openTown(createVillage(), broken);
    Object.assign(broken, { readSome: () => Promise.reject(new Error('a field is gone')) });
    await town.note('ann', 'broken');
    await town.note('*', 'users');
    const due: string[] = [];
    await expect(town.sync.drain((id) => void due.push(id))).rejects.toThrow(AggregateError);
    expect(due).toEqual(['users']);
    await town.close();
  });

  it('tell of each that is finished', async () => {
    const town = await openTown(createVillage('one'), createVillage('two'));
    const finished: string[] = [];
    await town.sync.reconcileEach(['one', 'two'], ({ sourceId }) => void finished.push(sourceId));
    expect(finished).toEqual(['one', 'two']);
    await town.close();
  });
});
