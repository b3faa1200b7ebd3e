import { slotsOf } from '../../server/src/adapters/store/traits/slots';
import { createVillage, openTown, type Town, type Village } from '../support/people';
import { aPerson } from '../support/person';

/** Comes before every other by name. */
const FIRST = '0';
const NEITHER = { name: false, locale: false };

describe('what several sources say of one reader', () => {
  const users = createVillage('users');
  const mute = { ...createVillage('mute', 'quiet'), says: NEITHER };
  const made = { ...createVillage(FIRST, 'scratch'), isMade: true };
  const other = { ...createVillage('clubs', 'clubs'), isMade: true };
  let town: Town;
  beforeAll(async () => {
    town = await openTown(users, mute, made, other);
  });
  afterAll(() => town.close());
  beforeEach(() => town.traits.settle([{ name: 'tier', kind: 'text' }]));
  afterEach(() => town.empty());

  type Change = Parameters<typeof aPerson>[0];
  const say = async (village: Village, change: Change): Promise<void> => {
    village.move(aPerson(change));
    await town.sync.reconcile(village.id);
  };
  const reader = async (source = 'users') => {
    const found = await town.subscribers.reveal(await town.subscriberOf('ann', source));
    return [found?.name, found?.locale];
  };
  const tier = async (): Promise<unknown> => {
    const [slot] = await town.db.read((k) => slotsOf(town.db, k));
    const [row] = await town.rows('traits');
    return String(row?.[slot?.column ?? '']);
  };

  it('is what the configuration says before what people of the site had said, whatever its name', async () => {
    await say(users, { attributes: { tier: 'gold' } });
    await say(made, { attributes: { tier: 'none' } });
    expect(await tier()).toBe('gold');
    await say(users, { attributes: { tier: 'silver' } });
    expect(await tier()).toBe('silver');
  });

  it('is, of two with one right, what the first by name says', async () => {
    await say(users, {});
    await say(other, { attributes: { tier: 'gold' } });
    await say(made, { attributes: { tier: 'none' } });
    expect(await tier()).toBe('none');
  });

  it('is a name and a language that no source made in the admin changes beside the configuration', async () => {
    await say(users, { name: 'Ann', locale: 'en' });
    await say(made, { name: 'Mallory', locale: 'ja' });
    expect(await reader()).toEqual(['Ann', 'en']);
    await say(users, { name: 'Anna', locale: 'de' });
    expect(await reader()).toEqual(['Anna', 'de']);
  });

  it('is what a source made in the admin knows of who has no name or language yet', async () => {
    await say(users, { name: null, locale: null });
    await say(made, { name: 'Ann', locale: 'ja' });
    expect(await reader()).toEqual(['Ann', 'ja']);
  });

  it('is a name and a language that stay beside a source that knows neither of anybody', async () => {
    await say(users, { name: 'Ann', locale: 'en' });
    await say(mute, { name: null, locale: null });
    expect(await reader()).toEqual(['Ann', 'en']);
  });

  it('is none where a source that could say it says none', async () => {
    await say(users, { name: 'Ann', locale: 'en' });
    await say(users, { name: null, locale: null });
    expect(await reader()).toEqual([null, null]);
  });

  it('is none once nobody is left who said it', async () => {
    await say(users, { name: 'Ann', locale: 'en' });
    await say(mute, { name: null, locale: null });
    users.people.clear();
    await town.note('ann');
    await town.sync.drain();
    await say(mute, { name: null, locale: null, attributes: { tier: 'new' } });
    expect(await reader('mute')).toEqual([null, null]);
  });
});
