import { createPushSource } from '../../server/src/adapters/sources/push';
import { createSyncSubscribers } from '../../server/src/flows/sync-subscribers';
import { createTakePush } from '../../server/src/flows/take-push';
import { asking } from '../support/asking';
import { keepTown, type Town } from '../support/people';

const SHOP = { id: 'shop', list: 'newsletter', key: 'a key that only this shop knows, 32+' };

describe('what a system pushed', () => {
  let town: Town;
  let last = 0;
  keepTown([], (opened) => {
    town = opened;
  });

  const sync = () =>
    createSyncSubscribers({ ...town, sources: () => [createPushSource(SHOP, town.pushed, town)] });
  const push = (people: readonly object[], asOf = town.at()) =>
    createTakePush({ ...town, pushSources: [SHOP] }).take(
      { sourceId: 'shop', signature: '', idempotencyKey: `k${(last += 1)}`, text: '' },
      { people: people as [], asOf: new Date(asOf).toISOString() },
    );
  const ann = (email = 'ann@example.com') => ({ id: 'ann', email, consent: true });
  const erase = async () =>
    town.manage.erase(await town.subscriberOf('ann', 'shop'), asking('steward'), 'They asked');

  it('is gone with an erasure, also under a new address that no sync has come to yet', async () => {
    await push([ann()]);
    await sync().drain();
    await push([ann('quetz@example.org')]);
    await erase();
    expect(await town.rows('pushed')).toEqual([]);
    await sync().drain();
    expect(await town.onList()).toEqual([]);
    expect(JSON.stringify(await town.rows('subscribers'))).not.toContain('example');
  });

  it('is not kept of who was erased, whatever address the system has by now', async () => {
    await push([ann()]);
    await sync().drain();
    await erase();
    await push([ann('quetz@example.org')]);
    expect(await town.rows('pushed')).toEqual([]);
  });

  it.each(['ann@example.com', 'shop:ann＠example.com'])(
    'is not taken with %s for an id, nor is anybody beside it',
    async (id) => {
      const refused = { ok: false, reason: 'address-as-id' };
      expect(await push([ann(), { ...ann(), id }])).toEqual(refused);
      expect(await push([{ id, withdrawn: true }])).toEqual(refused);
      expect(await town.rows('pushed')).toEqual([]);
    },
  );

  it('is evidence that somebody withdrew their consent, though no address is kept', async () => {
    await push([ann()]);
    await sync().drain();
    await push([{ ...ann(), consent: false }]);
    await sync().drain();
    const consents = await town.rows('consents');
    expect(consents.map(({ kind, how }) => [kind, how])).toEqual([
      ['given', 'source'],
      ['withdrawn', 'no-consent'],
    ]);
    expect(await town.rows('subscribers')).toMatchObject([{ sealed: null }]);
  });

  it('counts in the order it was said, and what is older than a day not at all', async () => {
    await push([ann()]);
    town.pass(1000);
    await push([{ id: 'ann', withdrawn: true }]);
    expect(await push([ann()], town.at() - 1000)).toMatchObject({ ok: true });
    await sync().drain();
    expect(await town.onList()).toEqual([]);
    town.pass(24 * 60 * 60 * 1000 + 1);
    await push([{ id: 'bob', email: 'bob@example.com', consent: true }]);
    expect((await town.rows('pushed')).map(({ external_id }) => external_id)).toEqual(['bob']);
    const old = town.at() - 24 * 60 * 60 * 1000;
    expect(await push([ann()], old)).toEqual({ ok: false, reason: 'as-of' });
  });
});
