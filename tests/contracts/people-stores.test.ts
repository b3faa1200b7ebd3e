import { TABLES } from '../../server/src/names';
import { createVillage, keepTown, type Town } from '../support/people';
import { aClaim, aPerson } from '../support/person';

describe('what is kept of people', () => {
  const users = createVillage();
  const partners = createVillage('partners', 'partners');
  let town: Town;
  keepTown([users, partners], (opened) => {
    town = opened;
  });

  const fill = async (): Promise<void> => {
    for (const externalId of ['ann', 'bob', 'cat', 'dan']) users.move(aPerson({ externalId }));
    for (const externalId of ['cat', 'dan', 'eve']) partners.move(aPerson({ externalId }));
    await town.reconcile();
  };
  const leave = async (address: string): Promise<void> => {
    const hash = town.keys.addressHash(address);
    const id = (await town.subscribers.idsOf([hash])).get(hash);
    await town.manage.unsubscribe([{ subscriberId: id ?? '', how: 'page' }]);
  };

  describe('subscribers', () => {
    it('are listed masked, page by page', async () => {
      await fill();
      const first = await town.subscribers.list({ limit: 3 });
      const rest = await town.subscribers.list({ after: first.at(-1)?.id, limit: 3 });
      expect([...first, ...rest].map(({ label }) => label)).toEqual(
        ['a', 'b', 'c', 'd', 'e'].map((letter) => `${letter}•••@e•••.com`),
      );
      expect(first[2]).toEqual({
        id: expect.stringMatching(/^\d+$/),
        label: 'c•••@e•••.com',
        locale: 'en',
        status: 'active',
        suppressed: null,
        lists: expect.arrayContaining(['newsletter', 'partners']),
        createdAt: town.at(),
      });
    });

    it('are listed by list, page by page', async () => {
      await fill();
      const query = { listId: 'partners', limit: 2 };
      const first = await town.subscribers.list(query);
      const rest = await town.subscribers.list({ ...query, after: first.at(-1)?.id });
      const labels = [...first, ...rest].map(({ label }) => label.slice(0, 1));
      expect(labels).toEqual(['c', 'd', 'e']);
    });

    it('are listed by status, on a list and on all', async () => {
      await fill();
      users.people.delete('bob');
      await town.sync.reconcile('users');
      const labels = async (query: object): Promise<string[]> =>
        (await town.subscribers.list({ limit: 9, ...query })).map(({ label }) => label.slice(0, 1));
      expect(await labels({ status: 'erased' })).toEqual(['b']);
      expect(await labels({ status: 'active' })).toEqual(['a', 'c', 'd', 'e']);
      expect(await labels({ status: 'active', listId: 'newsletter' })).toEqual(['a', 'c', 'd']);
    });

    it('are told apart by whether they are suppressed', async () => {
      await fill();
      await leave('ann@example.com');
      const labels = async (query: object): Promise<string[]> =>
        (await town.subscribers.list({ limit: 9, ...query })).map(({ label }) => label.slice(0, 1));
      expect(await labels({ status: 'suppressed' })).toEqual(['a']);
      expect(await labels({ status: 'active' })).toEqual(['b', 'c', 'd', 'e']);
      expect(await labels({ status: 'suppressed', domain: 'example.com' })).toEqual(['a']);
    });

    it('are listed by masked label or domain, on a list and on all, page by page', async () => {
      await fill();
      const labels = async (query: object): Promise<string[]> =>
        (await town.subscribers.list({ limit: 9, ...query })).map(({ label }) => label.slice(0, 1));
      expect(await labels({ label: 'b•••@e•••.com' })).toEqual(['b']);
      expect(await labels({ label: 'b' })).toEqual([]);
      expect(await labels({ domain: 'example.com', listId: 'partners' })).toEqual(['c', 'd', 'e']);
      expect(await labels({ domain: 'example.org' })).toEqual([]);
      const [first] = await town.subscribers.list({ domain: 'example.com', limit: 1 });
      expect(await labels({ domain: 'example.com', after: first?.id })).toEqual([
        'b',
        'c',
        'd',
        'e',
      ]);
      expect(await town.subscribers.areMany('example.com', 5)).toBe(true);
      expect(await town.subscribers.areMany('example.com', 6)).toBe(false);
    });

    it('are found by the hash of an exact address only', async () => {
      await fill();
      const find = (address: string) => town.subscribers.findByHash(town.keys.addressHash(address));
      expect(await find('ann@example.com')).toMatchObject({ label: 'a•••@e•••.com' });
      expect(await find('ann@example')).toBeNull();
      expect(await find('%')).toBeNull();
    });

    it.each(['0', '-1', '1e3', 'x', '', '99999999999999999999', "1' or '1'='1"])(
      'are nobody under %j',
      async (id) => {
        await fill();
        expect(await town.subscribers.find(id)).toBeNull();
        expect(await town.subscribers.reveal(id)).toBeNull();
      },
    );

    it('are shown with everything held on them, and no address', async () => {
      await fill();
      await leave('cat@example.com');
      const cat = (await town.everybody()).find(({ suppressed }) => suppressed !== null);
      const record = await town.subscribers.find(cat?.id ?? '');
      expect(record).toMatchObject({ suppressed: 'unsubscribed', lists: [] });
      expect(record?.memberships.map(({ isOn }) => isOn)).toEqual([false, false]);
      expect(record?.consents.map(({ kind }) => kind).sort()).toEqual([
        'given',
        'given',
        'withdrawn',
        'withdrawn',
      ]);
      expect(record?.claims.map(({ leftOut }) => leftOut)).toEqual(['suppressed', 'suppressed']);
      expect(JSON.stringify(record)).not.toContain('cat@example.com');
    });
  });

  describe('an audience', () => {
    const count = async (include: string[], exclude: string[] = []): Promise<number> =>
      (await town.audience.count({ include, exclude })).readers;

    it('counts everybody once, less the lists left out', async () => {
      await fill();
      expect(await count(['newsletter'])).toBe(4);
      expect(await count(['newsletter', 'partners'])).toBe(5);
      expect(await count(['newsletter'], ['partners'])).toBe(2);
      expect(await count(['newsletter', 'partners'], ['newsletter'])).toBe(1);
      expect(await count([])).toBe(0);
      expect(await count(['nothing'])).toBe(0);
    });

    it('counts nobody who left', async () => {
      await fill();
      await leave('ann@example.com');
      expect(await count(['newsletter'])).toBe(3);
    });

    it('says whom its own sources left out, and why', async () => {
      users.move(aPerson({ externalId: 'fay', consent: false }));
      users.move(aPerson({ externalId: 'gus', address: 'gus' }));
      partners.move(aPerson({ externalId: 'hal', blocked: true }));
      await fill();
      const leftOut = async (include: string[]) =>
        (await town.audience.count({ include, exclude: [] })).leftOut;
      expect(await leftOut(['newsletter'])).toEqual({ 'no-consent': 1, 'bad-address': 1 });
      expect(await leftOut(['partners'])).toEqual({ blocked: 1 });
    });
  });

  describe('people left out', () => {
    it('are listed source by source, by reason, page by page', async () => {
      const out = (externalId: string) => aPerson({ externalId, consent: externalId === 'c' });
      for (const id of ['a', 'b', 'd']) users.move(out(id));
      users.move(aPerson({ externalId: 'c', address: '' }));
      for (const id of ['a', 'e']) partners.move(out(id));
      await town.reconcile();

      const query = { sourceIds: ['users', 'partners'], limit: 3 };
      const first = await town.claims.leftOut(query);
      const rest = await town.claims.leftOut({ ...query, limit: 9, after: first.at(-1) });
      expect([...first, ...rest].map((c) => `${c.sourceId}:${c.externalId}`)).toEqual([
        'partners:a',
        'partners:e',
        'users:a',
        'users:b',
        'users:c',
        'users:d',
      ]);
      const bad = await town.claims.leftOut({ ...query, because: 'no-address' });
      expect(bad.map(({ externalId, label }) => [externalId, label])).toEqual([['c', null]]);
    });

    it('do not include who is gone', async () => {
      await fill();
      await leave('ann@example.com');
      users.people.delete('ann');
      await town.sync.reconcile('users');
      expect(await town.leftOut()).toEqual({});
      expect(await town.claims.countLeftOut(['users'])).toEqual({});
      expect(await town.rows('claims')).toHaveLength(7);
    });
  });

  it('who is introduced is told apart from who was there, who stays as they are', async () => {
    const one = (addressHash: string, domain: string) => ({
      ...{ addressHash, domain, label: 'a•••@e•••.com', locale: 'en' },
      person: { address: `ann@${domain}`, name: null },
    });
    const first = await town.subscribers.introduce([one('h1', 'old.example')], 1);
    expect([[...first.made.keys()], first.found.size]).toEqual([['h1'], 0]);
    const both = [one('h1', 'new.example'), one('h2', 'new.example')];
    const { made, found } = await town.subscribers.introduce(both, 2);
    expect([...made.keys()]).toEqual(['h2']);
    expect(found).toEqual(first.made);
    expect(await town.subscribers.idsOf(['h1', 'h2'])).toEqual(new Map([...found, ...made]));
    expect((await town.rows('subscribers')).map(({ domain }) => domain).sort()).toEqual([
      'new.example',
      'old.example',
    ]);
  });

  it('claims are told apart by letter case and accents', async () => {
    const ids = ['ann', 'ANN', 'änn'];
    await town.claims.put(
      ids.map((externalId) => aClaim({ externalId })),
      1,
    );
    expect((await town.claims.of('users', ids)).map(({ externalId }) => externalId).sort()).toEqual(
      [...ids].sort(),
    );
    await town.claims.remove([aClaim({ externalId: 'ANN' })]);
    expect(await town.claims.of('users', ids)).toHaveLength(2);
  });

  it('lists keep the name they were given', async () => {
    await town.lists.ensure({ id: 'newsletter', name: 'another' }, 1);
    expect(await town.lists.all()).toEqual([
      { id: 'newsletter', name: 'Newsletter' },
      { id: 'partners', name: 'partners' },
    ]);
    expect(await town.lists.find('none')).toBeNull();
  });

  it('a dump holds no address and no name', async () => {
    users.move(aPerson({ externalId: 'x1', address: 'Very.Secret@hidden.example', name: 'Zoë Q' }));
    users.move(aPerson({ externalId: 'x2', address: 'very.secret@hidden.example', name: 'Zoë R' }));
    users.move(aPerson({ externalId: 'x3', address: 'x@y@very.secret', name: 'Zoë S' }));
    await town.sync.reconcile('users');
    await leave('very.secret@hidden.example');
    const tables = Object.keys(TABLES) as (keyof typeof TABLES)[];
    const dump = JSON.stringify(await Promise.all(tables.map((table) => town.rows(table))));
    expect(dump).toContain('v•••@h•••.example');
    expect(dump).not.toMatch(/very\.secret/i);
    expect(dump).not.toContain('Zoë');
  });
});
