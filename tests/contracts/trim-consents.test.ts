import { createTrimConsents } from '../../server/src/flows/trim-consents';
import { TABLES } from '../../server/src/names';
import { createVillage, openTown, type Town } from '../support/people';
import { aPerson } from '../support/person';

const YEAR_MS = 366 * 24 * 60 * 60 * 1000;

describe('evidence of consent', () => {
  const users = createVillage();
  let town: Town;
  let id: string;
  beforeAll(async () => {
    town = await openTown(users);
  });
  afterAll(() => town.close());
  afterEach(() => town.empty());

  beforeEach(async () => {
    users.move(aPerson());
    await town.reconcile();
    id = await town.subscriberOf('ann');
  });

  const trim = () => createTrimConsents({ ...town, consentYears: 3 })();
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
});
