import { keepTown, type Town } from '../support/people';
import { aPerson } from '../support/person';

describe('syncing people of a source into its list', () => {
  let town: Town;
  keepTown([], (opened) => {
    town = opened;
  });

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

    it('does not let the second take over when the first says no and the source keeps no address', async () => {
      move({ externalId: 'ann' });
      move({ externalId: 'ann2', address: 'ann@example.com' });
      await tell('ann', 'ann2');
      move({ externalId: 'ann', address: null, consent: false });
      await tell('ann');
      move({ externalId: 'ann2', address: 'ann@example.com', name: 'Ann' });
      await tell('ann2');
      expect(await town.onList()).toEqual([]);
      expect(await town.leftOut()).toEqual({ ann: 'no-consent', ann2: 'same-person' });
    });

    it.each([
      ['goes', () => town.village.people.delete('ann2')],
      ['says no', () => move({ externalId: 'ann2', address: null, consent: false })],
      ['has another address', () => move({ externalId: 'ann2', address: 'lee@example.com' })],
    ])('forgets the address once the second %s as well', async (_, change) => {
      move({ externalId: 'ann' });
      move({ externalId: 'ann2', address: 'ann@example.com' });
      await tell('ann', 'ann2');
      const id = await town.subscriberOf('ann');
      move({ externalId: 'ann', address: null, consent: false });
      await tell('ann');
      change();
      await tell('ann2');
      expect(await town.subscribers.reveal(id)).toBeNull();
      expect(await town.leftOut()).toMatchObject({ ann: 'no-consent' });
      const [bare] = await town.claims.of('users', ['ann']);
      expect(bare).toMatchObject({ subscriberId: null, holds: false });
    });

    it('takes back who said no to a source that keeps no address, under theirs', async () => {
      move({ externalId: 'ann' });
      move({ externalId: 'ann2', address: 'ann@example.com' });
      await tell('ann', 'ann2');
      move({ externalId: 'ann', address: null, consent: false });
      await tell('ann');
      move({ externalId: 'ann' });
      await tell('ann');
      expect(await town.onList()).toEqual(['ann@example.com']);
      expect(await town.leftOut()).toEqual({ ann2: 'same-person' });
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
});
