import { createVillage, keepTown, type Town } from '../support/people';
import { aPerson } from '../support/person';

const ONE_CLICK = { how: 'one-click', editionId: 'e1' } as const;

describe('leaving', () => {
  const users = createVillage();
  const partners = createVillage('partners', 'partners');
  let town: Town;
  keepTown([users, partners], (opened) => {
    town = opened;
  });

  const isKept = async (): Promise<void> => {
    await town.reconcile();
    await town.note('ann');
    await town.sync.drain();
    expect([await town.onList(), await town.onList('partners')]).toEqual([[], []]);
  };

  beforeEach(async () => {
    users.move(aPerson());
    partners.move(aPerson());
    await town.reconcile();
  });

  it('takes the reader off every list, and keeps how and when', async () => {
    expect(await town.onList('partners')).toEqual(['ann@example.com']);
    await town.manage.unsubscribe([{ subscriberId: await town.subscriberOf('ann'), ...ONE_CLICK }]);

    expect(await town.everybody()).toMatchObject([{ lists: [], suppressed: 'unsubscribed' }]);
    const record = await town.subscribers.find(await town.subscriberOf('ann'));
    expect(record?.consents.slice(0, 2)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ listId: 'newsletter', kind: 'withdrawn', how: 'one-click' }),
        expect.objectContaining({ listId: 'partners', kind: 'withdrawn', how: 'one-click' }),
      ]),
    );
    expect(await town.leftOut()).toEqual({ ann: 'suppressed' });
    expect((await town.rows('audit')).map(({ act, door, person }) => [act, door, person])).toEqual([
      ['subscriber.suppress', 'public', null],
    ]);
  });

  it('does the same once when it is asked twice, and at once', async () => {
    const id = await town.subscriberOf('ann');
    await Promise.all([
      town.manage.unsubscribe([{ subscriberId: id, ...ONE_CLICK }]),
      town.manage.unsubscribe([{ subscriberId: id, how: 'page' }]),
    ]);
    await town.manage.unsubscribe([{ subscriberId: id, ...ONE_CLICK }]);
    expect(await town.rows('suppressions')).toHaveLength(1);
    expect(await town.rows('consents')).toHaveLength(4);
    expect(await town.rows('audit')).toHaveLength(1);
  });

  it('lets several leave at once, each by their own edition, and knows their languages', async () => {
    users.move(aPerson({ externalId: 'bob', locale: 'ja' }));
    await town.reconcile();
    const [ann, bob] = [await town.subscriberOf('ann'), await town.subscriberOf('bob')];
    const locales = await town.manage.unsubscribe([
      { subscriberId: ann, how: 'one-click', editionId: 'e1' },
      { subscriberId: bob, how: 'page', editionId: 'e2' },
      { subscriberId: ann, how: 'page', editionId: 'e2' },
    ]);
    expect(locales).toEqual(
      new Map([
        [ann, 'en'],
        [bob, 'ja'],
      ]),
    );
    expect((await town.rows('audit')).map(({ detail }) => JSON.parse(String(detail)))).toEqual([
      { how: 'one-click', edition: 'e1' },
      { how: 'page', edition: 'e2' },
    ]);
    expect(await town.onList()).toEqual([]);
  });

  it.each([['999999'], ['none'], ["1' or '1'='1"], ['']])(
    'says nothing about a subscriber there is not (%s)',
    async (id) => {
      await expect(town.manage.unsubscribe([{ subscriberId: id, ...ONE_CLICK }])).resolves.toEqual(
        new Map(),
      );
    },
  );

  it('outlives every sync', async () => {
    await town.manage.unsubscribe([{ subscriberId: await town.subscriberOf('ann'), ...ONE_CLICK }]);
    await isKept();
  });

  it('outlives a changed name, a new consent and other letter case', async () => {
    await town.manage.unsubscribe([{ subscriberId: await town.subscriberOf('ann'), ...ONE_CLICK }]);
    users.move(aPerson({ consent: false }));
    await town.reconcile();
    users.move(aPerson({ address: 'ANN@example.COM', name: 'Anna' }));
    await isKept();
  });

  it('outlives a changed address', async () => {
    await town.manage.unsubscribe([{ subscriberId: await town.subscriberOf('ann'), ...ONE_CLICK }]);
    users.move(aPerson({ address: 'lee@example.org' }));
    partners.move(aPerson({ address: 'lee@example.org' }));
    await isKept();
    expect((await town.everybody()).map(({ status }) => status)).toEqual(['erased', 'erased']);
  });

  it('outlives the deletion of the account, and its return', async () => {
    await town.manage.unsubscribe([{ subscriberId: await town.subscriberOf('ann'), ...ONE_CLICK }]);
    users.people.clear();
    partners.people.clear();
    await isKept();
    users.move(aPerson({ address: 'lee@example.org' }));
    partners.move(aPerson());
    await isKept();
  });

  it('outlives a new account with the same address, of which no address is kept', async () => {
    await town.manage.unsubscribe([{ subscriberId: await town.subscriberOf('ann'), ...ONE_CLICK }]);
    users.people.clear();
    partners.people.clear();
    await town.reconcile();
    users.move(aPerson({ externalId: 'new', address: 'Ann@example.com' }));
    await isKept();
    expect(await town.leftOut()).toEqual({ new: 'suppressed' });
    expect(await town.everybody()).toMatchObject([{ status: 'erased' }]);
  });

  it('holds for whoever comes back with the address of an account that is gone', async () => {
    const id = await town.subscriberOf('ann');
    users.people.clear();
    partners.people.clear();
    await town.reconcile();
    await town.manage.unsubscribe([{ subscriberId: id, ...ONE_CLICK }]);
    users.move(aPerson({ externalId: 'new', address: 'ann@example.com' }));
    await isKept();
  });

  it('wins against a sync that runs at the same moment', async () => {
    const id = await town.subscriberOf('ann');
    for (let n = 0; n < 20; n += 1) {
      users.move(aPerson({ name: `Ann ${n}` }));
      await town.note('ann');
      await Promise.all([
        town.sync.drain(),
        n === 10 ? town.manage.unsubscribe([{ subscriberId: id, ...ONE_CLICK }]) : null,
      ]);
    }
    await isKept();
    expect(await town.leftOut()).toEqual({ ann: 'suppressed' });
  });

  it('stops mail to addresses a relay does not know', async () => {
    await town.manage.stop([await town.subscriberOf('ann')], {
      how: 'hard-bounce',
      editionId: 'e1',
    });
    expect(await town.everybody()).toMatchObject([{ suppressed: 'hard-bounce', lists: [] }]);
    await isKept();
  });

  it('remembers the graver reason when there are two', async () => {
    const id = await town.subscriberOf('ann');
    await town.manage.stop([id], { how: 'complaint' });
    await town.manage.unsubscribe([{ subscriberId: id, ...ONE_CLICK }]);
    expect(await town.everybody()).toMatchObject([{ suppressed: 'complaint' }]);
  });
});
