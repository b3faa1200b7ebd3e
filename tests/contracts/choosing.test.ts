import { createVillage, keepTown, type Town } from '../support/people';
import { aPerson } from '../support/person';

describe("a reader's choice of lists", () => {
  const users = createVillage();
  const partners = createVillage('partners', 'partners');
  let town: Town;
  let id: string;
  keepTown([users, partners], (opened) => {
    town = opened;
  });

  beforeEach(async () => {
    users.move(aPerson());
    partners.move(aPerson());
    await town.reconcile();
    id = await town.subscriberOf('ann');
  });

  const listsNow = async () => [await town.onList(), await town.onList('partners')];
  const choose = (...lists: string[]) => town.manage.choose(id, lists);

  it('takes them off one list and leaves them on the other', async () => {
    await choose('partners');
    expect(await listsNow()).toEqual([[], ['ann@example.com']]);
    const record = await town.subscribers.find(id);
    expect(record).toMatchObject({ suppressed: null, lists: ['partners'] });
    expect(record?.consents[0]).toMatchObject({
      ...{ listId: 'newsletter', kind: 'withdrawn', how: 'page', sourceId: null },
    });
    expect(await town.rows('suppressions')).toEqual([]);
  });

  it('is the same however often it is made, and one row in the audit trail', async () => {
    await choose('partners');
    await choose('partners');
    await Promise.all([choose('partners'), choose('partners')]);
    expect((await town.rows('audit')).map(({ act, door, person }) => [act, door, person])).toEqual([
      ['subscriber.choose', 'public', null],
    ]);
    expect(await town.rows('consents')).toHaveLength(3);
  });

  it.each([
    ['a reconcile', () => town.reconcile()],
    [
      'a hook, with another name',
      async () => {
        users.move(aPerson({ name: 'Anna' }));
        await town.note('ann');
        await town.sync.drain();
      },
    ],
    [
      'consent that is withdrawn and given again at the source',
      async () => {
        users.move(aPerson({ consent: false }));
        await town.reconcile();
        users.move(aPerson());
        await town.reconcile();
      },
    ],
    [
      'a user who is deleted and made again',
      async () => {
        users.people.clear();
        await town.reconcile();
        users.move(aPerson({ externalId: 'again', address: 'ANN@example.com' }));
        await town.reconcile();
      },
    ],
  ])('outlives %s', async (_what, happen) => {
    await choose('partners');
    await happen();
    expect(await listsNow()).toEqual([[], [expect.stringMatching(/^ann@example\.com$/i)]]);
  });

  it('outlives a changed address', async () => {
    await choose('partners');
    users.move(aPerson({ address: 'ann@example.org' }));
    partners.move(aPerson({ address: 'ann@example.org' }));
    await town.reconcile();
    expect(await listsNow()).toEqual([[], ['ann@example.org']]);
  });

  it('can be taken back by the reader, if the source still says yes', async () => {
    await choose('partners');
    await choose('newsletter', 'partners');
    await town.sync.drain();
    expect(await listsNow()).toEqual([['ann@example.com'], ['ann@example.com']]);

    await choose('partners');
    users.move(aPerson({ consent: false }));
    await choose('newsletter', 'partners');
    await town.sync.drain();
    expect(await listsNow()).toEqual([[], ['ann@example.com']]);
  });

  it('puts nobody on a list that is not theirs', async () => {
    users.move(aPerson({ externalId: 'bob' }));
    await town.reconcile();
    await town.manage.choose(await town.subscriberOf('bob'), ['newsletter', 'partners', 'other']);
    await town.sync.drain();
    expect(await town.onList('partners')).toEqual(['ann@example.com']);
  });

  it('brings nobody back who has left everything, complained or is erased', async () => {
    await choose('partners');
    await town.manage.unsubscribe([{ subscriberId: id, how: 'page' }]);
    await choose('newsletter', 'partners');
    await town.reconcile();
    expect(await listsNow()).toEqual([[], []]);
    await town.manage.eraseSelf(id);
    await choose('newsletter', 'partners');
    await town.reconcile();
    expect(await listsNow()).toEqual([[], []]);
  });

  it.each([['999999'], ['none'], ['']])(
    'says nothing of a subscriber there is not (%s)',
    async (nobody) => {
      await expect(town.manage.choose(nobody, [])).resolves.toBeUndefined();
    },
  );
});
