import { createTrimConsents } from '../../server/src/flows/trim-consents';
import { TABLES } from '../../server/src/names';
import { asking } from '../support/asking';
import { createVillage, keepTown, type Town } from '../support/people';
import { aPerson } from '../support/person';

const YEAR_MS = 366 * 24 * 60 * 60 * 1000;

const FORM = { id: 'site-form', list: 'newsletter', wording: '2026-11' };

describe('evidence of consent', () => {
  const users = createVillage();
  let town: Town;
  let id: string;
  keepTown([users], (opened) => {
    town = opened;
  });

  beforeEach(async () => {
    users.move(aPerson());
    await town.reconcile();
    id = await town.subscriberOf('ann');
  });

  const trim = () => createTrimConsents({ ...town, forms: [FORM], consentYears: 3 })();
  const evidence = async () => (await town.rows('consents')).map(({ kind }) => kind);
  const deliver = (state: string) =>
    town.db.within(async (k) => {
      await town.db.table(k, TABLES.deliveries).insert({
        ...{ edition_id: 'e1', batch_id: 1, subscriber_id: Number(id), locale: 'en', state },
        ...{ fence: 0, attempt: 1, tried_at: town.at() },
      });
    });

  it('stays while somebody is on the list, however old it is', async () => {
    town.pass(10 * YEAR_MS);
    expect(await trim()).toBe(0);
    expect(await evidence()).toEqual(['given']);
  });

  it('stays for three years after they left, and then goes, the suppression not', async () => {
    await town.manage.unsubscribe([{ subscriberId: id, how: 'page' }]);
    town.pass(2 * YEAR_MS);
    expect(await trim()).toBe(0);
    town.pass(YEAR_MS);
    expect(await trim()).toBe(2);
    expect(await evidence()).toEqual([]);
    expect(await town.rows('suppressions')).toHaveLength(1);
    await town.reconcile();
    expect(await town.onList()).toEqual([]);
  });

  it.each(['accepted', 'uncertain', 'pending'])(
    'stays for three years after a mail that is %s',
    async (state) => {
      await town.manage.unsubscribe([{ subscriberId: id, how: 'page' }]);
      town.pass(2 * YEAR_MS);
      await deliver(state);
      town.pass(2 * YEAR_MS);
      expect(await trim()).toBe(0);
      town.pass(2 * YEAR_MS);
      expect(await trim()).toBe(2);
    },
  );

  it('does not wait for what was never sent', async () => {
    await town.manage.unsubscribe([{ subscriberId: id, how: 'page' }]);
    town.pass(2 * YEAR_MS);
    await deliver('skipped');
    town.pass(2 * YEAR_MS);
    expect(await trim()).toBe(2);
  });

  it('of one list stays for another that they are on no more than for this one', async () => {
    await town.lists.appendConsents([
      {
        listId: 'old',
        subscriberId: id,
        kind: 'ended',
        sourceId: null,
        how: 'gone',
        at: town.at(),
      },
    ]);
    town.pass(4 * YEAR_MS);
    expect(await trim()).toBe(1);
    expect(await evidence()).toEqual(['given']);
  });

  describe('by a form', () => {
    const signUp = async (id: string, at = town.at(), hash?: string) =>
      town.signUps.confirm({
        ...{ id, form: FORM.id, addressHash: hash ?? town.keys.addressHash('ann@example.com') },
        ...{ sealed: 'sealed', locale: 'en', wording: FORM.wording },
        ...{ askedAt: at, confirmedAt: at },
      });
    const left = () => town.signUps.count(FORM.id);

    it('stays while they are on its list, and for three years after they left', async () => {
      await signUp('s1');
      town.pass(10 * YEAR_MS);
      expect([await trim(), await left()]).toEqual([0, 1]);
      await town.manage.unsubscribe([{ subscriberId: id, how: 'page' }]);
      town.pass(2 * YEAR_MS);
      expect([await trim(), await left()]).toEqual([0, 1]);
    });

    it('goes with the rest of it, and its source is told', async () => {
      await signUp('s1');
      await town.manage.unsubscribe([{ subscriberId: id, how: 'page' }]);
      town.pass(4 * YEAR_MS);
      expect([await trim(), await left()]).toEqual([3, 0]);
      expect(await town.rows('signUps')).toEqual([]);
      expect(await town.rows('outbox')).toMatchObject([{ source_id: FORM.id, external_id: 's1' }]);
      expect(await town.rows('suppressions')).toHaveLength(1);
    });

    it('of who was erased goes too, and they stay erased', async () => {
      await signUp('s1');
      await town.manage.erase(id, asking('ann'), 'asked for it');
      town.pass(4 * YEAR_MS);
      await trim();
      expect(await town.rows('signUps')).toEqual([]);
      expect(await town.rows('suppressions')).toMatchObject([{ because: 'erased' }]);
    });

    it('stays, whatever their hash was made with, while the claim of the form has them on the list', async () => {
      await signUp('s1', town.at(), 'made with an older key');
      await town.claims.put([{ ...(await claimOfAnn()), sourceId: FORM.id, externalId: 's1' }], 1);
      town.pass(4 * YEAR_MS);
      expect([await trim(), await left()]).toEqual([0, 1]);
    });

    it('stays when it was said again lately', async () => {
      await signUp('s1');
      await town.manage.unsubscribe([{ subscriberId: id, how: 'page' }]);
      town.pass(4 * YEAR_MS);
      await signUp('s2');
      expect([await trim(), await left()]).toEqual([2, 1]);
    });

    it('goes page by page, past those that stay', async () => {
      for (let n = 0; n < 1_100; n += 1) {
        await signUp(`s${String(n).padStart(5, '0')}`, 0, `nobody ${n}`);
      }
      await signUp('s99999');
      town.pass(4 * YEAR_MS);
      expect([await trim(), await left()]).toEqual([1_100, 1]);
    });

    const claimOfAnn = async () => {
      const [claim] = await town.claims.of('users', ['ann']);
      if (!claim) throw new Error('Ann should be claimed');
      return claim;
    };
  });
});
