import { onList } from '../../server/src/domain/subscribers/sync-run';
import { openTown, type Town } from '../support/people';
import { aPerson } from '../support/person';

describe('syncing people of a source into its list', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown();
  });
  afterAll(() => town.close());
  afterEach(() => town.empty());

  const move = (change: Parameters<typeof aPerson>[0]) => town.village.move(aPerson(change));
  const reconcile = () => town.sync.reconcile('users');

  /** The two ways a change reaches us; each has to end in the same place. */
  const WAYS = [
    [
      'a hook',
      async (...ids: string[]) => {
        for (const id of ids) await town.note(id);
        await town.sync.drain();
      },
    ],
    ['the reconcile', async () => void (await reconcile())],
  ] as const;

  describe.each(WAYS)('by %s', (_way, tell) => {
    it('puts who agreed on the list and leaves out the others, with the reason', async () => {
      move({ externalId: 'ann' });
      move({ externalId: 'bob', consent: false });
      move({ externalId: 'cat', confirmed: false });
      move({ externalId: 'dan', blocked: true });
      move({ externalId: 'eve', address: null });
      move({ externalId: 'fay', address: 'fay' });
      await tell('ann', 'bob', 'cat', 'dan', 'eve', 'fay');

      expect(await town.onList()).toEqual(['ann@example.com']);
      expect(await town.leftOut()).toEqual({
        bob: 'no-consent',
        cat: 'unconfirmed',
        dan: 'blocked',
        eve: 'no-address',
        fay: 'bad-address',
      });
    });

    it('keeps no address of who never agreed', async () => {
      move({ externalId: 'bob', consent: false });
      await tell('bob');
      expect(await town.everybody()).toEqual([]);
      expect(JSON.stringify(await town.rows('claims'))).not.toContain('bob@example.com');
    });

    it.each([
      ['withdraws consent', { consent: false }, 'withdrawn'],
      ['is blocked', { blocked: true }, 'ended'],
      ['is no longer confirmed', { confirmed: false }, 'ended'],
      ['loses the address', { address: null }, 'ended'],
    ])('takes who %s off the list, and back on when that is over', async (_, change, kind) => {
      move({ externalId: 'ann' });
      await tell('ann');
      move({ externalId: 'ann', ...change });
      await tell('ann');
      expect(await town.onList()).toEqual([]);

      move({ externalId: 'ann' });
      await tell('ann');
      expect(await town.onList()).toEqual(['ann@example.com']);
      const consents = await town.rows('consents');
      expect(consents.map((consent) => consent.kind)).toEqual(['given', kind, 'given']);
    });

    it('takes who is deleted off the list and forgets the address', async () => {
      move({ externalId: 'ann' });
      await tell('ann');
      town.village.people.delete('ann');
      await tell('ann');

      expect(await town.onList()).toEqual([]);
      expect(await town.everybody()).toMatchObject([{ status: 'erased', lists: [] }]);
      expect(await town.rows('claims')).toEqual([]);
    });

    it('follows a changed address', async () => {
      move({ externalId: 'ann' });
      await tell('ann');
      move({ externalId: 'ann', address: 'lee@example.org' });
      await tell('ann');
      expect(await town.onList()).toEqual(['lee@example.org']);
      expect(await town.everybody()).toMatchObject([{ status: 'erased' }, { status: 'active' }]);
    });

    it('follows a changed name and language', async () => {
      move({ externalId: 'ann' });
      await tell('ann');
      move({ externalId: 'ann', name: 'Ann\r\nLee', locale: 'ja' });
      await tell('ann');
      const [ann] = await town.everybody();
      expect(await town.subscribers.reveal(ann?.id ?? '')).toEqual({
        subscriberId: ann?.id,
        address: 'ann@example.com',
        name: 'Ann Lee',
        locale: 'ja',
      });
    });

    it('sees two spellings of an address as the same person, once on the list', async () => {
      move({ externalId: 'ann', address: 'ann@example.com' });
      await tell('ann');
      move({ externalId: 'ann2', address: ' ANN@Example.COM ' });
      await tell('ann2');
      expect(await town.onList()).toEqual(['ann@example.com']);
      expect(await town.leftOut()).toEqual({ ann2: 'same-person' });
    });

    it('lets the second with an address take over when the first is deleted', async () => {
      move({ externalId: 'ann', name: 'first' });
      move({ externalId: 'ann2', address: 'Ann@example.com', name: 'second' });
      await tell('ann', 'ann2');
      town.village.people.delete('ann');
      await tell('ann');

      expect(await town.onList()).toEqual(['Ann@example.com']);
      expect(await town.leftOut()).toEqual({});
      const [ann] = await town.everybody();
      expect(await town.subscribers.reveal(ann?.id ?? '')).toMatchObject({ name: 'second' });
    });

    it('lets the second take over when the first has another address', async () => {
      move({ externalId: 'ann' });
      move({ externalId: 'ann2', address: 'ann@example.com' });
      await tell('ann', 'ann2');
      move({ externalId: 'ann', address: 'lee@example.com' });
      await tell('ann');
      expect(await town.onList()).toEqual(['ann@example.com', 'lee@example.com']);
    });

    it('does not let the second take over when the first says no', async () => {
      move({ externalId: 'ann' });
      move({ externalId: 'ann2', address: 'ann@example.com' });
      await tell('ann', 'ann2');
      move({ externalId: 'ann', consent: false });
      await tell('ann');
      expect(await town.onList()).toEqual([]);
      expect(await town.leftOut()).toEqual({ ann: 'no-consent', ann2: 'same-person' });
    });

    it('lets two people swap their addresses', async () => {
      move({ externalId: 'ann', name: 'Ann' });
      move({ externalId: 'bob', name: 'Bob' });
      await tell('ann', 'bob');
      move({ externalId: 'ann', name: 'Ann', address: 'bob@example.com' });
      move({ externalId: 'bob', name: 'Bob', address: 'ann@example.com' });
      await tell('ann', 'bob');

      expect(await town.onList()).toEqual(['ann@example.com', 'bob@example.com']);
      expect(await town.leftOut()).toEqual({});
      const names = (await town.everybody()).map(async ({ id }) => {
        const reader = await town.subscribers.reveal(id);
        return `${reader?.name} ${reader?.address}`;
      });
      expect((await Promise.all(names)).sort()).toEqual([
        'Ann bob@example.com',
        'Bob ann@example.com',
      ]);
    });

    it('changes nothing when it is told the same again', async () => {
      move({ externalId: 'ann' });
      move({ externalId: 'ann2', address: 'ann@example.com' });
      move({ externalId: 'bob', consent: false });
      await tell('ann', 'ann2', 'bob');
      const before = [await town.rows('consents'), await town.rows('claims')];
      town.pass(1000);
      await tell('ann', 'ann2', 'bob');
      expect([await town.rows('consents'), await town.rows('claims')]).toEqual(before);
    });
  });

  describe('a reconcile', () => {
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
      expect(onList(run.counts)).toBe(900);
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
      expect(await town.onList()).toHaveLength(1000);
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
        if (chunks === 1) for (const id of ['p0700', 'p0001']) town.village.people.delete(id);
      });
      expect(run.counts.removed).toBe(1);
      expect((await reconcile()).counts.removed).toBe(1);
      expect(await town.onList()).toHaveLength(1000);
    });

    it('removes nobody when the source sorts its ids otherwise than the database', async () => {
      for (const id of ['a', 'B', 'c', 'D', 'e', 'F']) move({ externalId: id });
      await reconcile();
      const backwards = [...town.village.people.values()].reverse();
      const read = town.village.read;
      Object.assign(town.village, {
        read: async (after: string | null) => {
          const at = backwards.findIndex(({ externalId }) => externalId === after);
          return backwards.slice(at + 1, at + 3);
        },
      });
      const run = await reconcile();
      Object.assign(town.village, { read });
      expect(run.counts).toMatchObject({ seen: 6, removed: 0 });
      expect(await town.onList()).toHaveLength(6);
    });

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
      expect(await town.sync.drain()).toEqual(['users']);
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
          return people;
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
});
