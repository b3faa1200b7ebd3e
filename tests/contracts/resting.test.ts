import { TABLES } from '../../server/src/names';
import { createVillage, keepTown, type Town } from '../support/people';
import { aPerson } from '../support/person';

const DAY_MS = 24 * 60 * 60 * 1000;
const AUDIENCE = { include: ['newsletter'], exclude: [] };

describe("a reader's break and language", () => {
  const users = createVillage();
  let town: Town;
  let id: string;
  keepTown([users], (opened) => {
    town = opened;
  });

  beforeEach(async () => {
    users.move(aPerson({ locale: 'ja' }));
    await town.reconcile();
    id = await town.subscriberOf('ann');
  });

  const acts = async () => (await town.rows('audit')).map(({ act }) => act);

  it('keeps list and consent as they are', async () => {
    await town.manage.pause(id, 30);
    expect(await town.onList()).toEqual(['ann@example.com']);
    expect(await town.subscribers.find(id)).toMatchObject({
      pausedUntil: town.clock.now() + 30 * DAY_MS,
    });
    await town.manage.pause(id, null);
    expect(await town.subscribers.find(id)).toMatchObject({ pausedUntil: null });
    expect(await acts()).toEqual(['subscriber.pause', 'subscriber.resume']);
  });

  it('outlives what the source says, which changes neither', async () => {
    await town.manage.speak(id, 'en');
    await town.manage.pause(id, 90);
    users.move(aPerson({ locale: 'ja', name: 'Ann Another' }));
    await town.reconcile();
    expect(await town.subscribers.find(id)).toMatchObject({
      ...{ locale: 'en', pausedUntil: town.clock.now() + 90 * DAY_MS },
    });
    expect(await town.subscribers.reveal(id)).toMatchObject({ name: 'Ann Another' });
  });

  it('is counted out of an audience until it is over', async () => {
    const { db } = town;
    expect(await town.audience.count(AUDIENCE)).toMatchObject({ readers: 1 });
    await town.subscribers.pause(id, (await db.now()) + DAY_MS, 0);
    expect(await town.audience.count(AUDIENCE)).toMatchObject({ readers: 0 });
    await town.subscribers.pause(id, (await db.now()) - 1, 0);
    expect(await town.audience.count(AUDIENCE)).toMatchObject({ readers: 1 });
  });

  it('keeps how often they want one, whatever the source says', async () => {
    await town.manage.space(id, 28);
    users.move(aPerson({ locale: 'ja', name: 'Ann Another' }));
    await town.reconcile();
    expect(await town.subscribers.find(id)).toMatchObject({ spacing: 28 });
    await town.manage.space(id, null);
    expect(await town.subscribers.find(id)).toMatchObject({ spacing: null });
    expect(await acts()).toEqual(['subscriber.space', 'subscriber.space']);
  });

  it.each([
    [7, 'accepted', 6, 0],
    [7, 'accepted', 6.6, 1],
    [7, 'uncertain', 6, 0],
    [7, 'sending', 300, 0],
    [7, 'rejected', 0, 1],
    [28, 'accepted', 27, 0],
    [28, 'accepted', 27.6, 1],
    [null, 'accepted', 0, 1],
  ] as const)(
    'of %s days, after one that was %s %s days ago, leaves %s to write to',
    async (days, state, ago, readers) => {
      const { db } = town;
      await town.manage.space(id, days);
      const triedAt = Math.round((await db.now()) - ago * DAY_MS);
      await db.within(async (k) => {
        await db.table(k, TABLES.deliveries).insert({
          ...{ edition_id: 'e1', batch_id: 1, subscriber_id: Number(id), locale: 'en', state },
          ...{ fence: 0, attempt: 1, tried_at: triedAt },
        });
      });
      expect(await town.audience.count(AUDIENCE)).toMatchObject({ readers });
    },
  );

  it('goes with the person', async () => {
    await town.manage.speak(id, 'en');
    await town.manage.pause(id, 90);
    await town.manage.space(id, 7);
    await town.manage.eraseSelf(id);
    expect(await town.rows('subscribers')).toMatchObject([
      { chosen_locale: null, paused_until: null, spacing_days: null, locale: null },
    ]);
  });

  it('is nothing to somebody who has left', async () => {
    await town.manage.unsubscribe([{ subscriberId: id, how: 'page' }]);
    await town.manage.pause(id, 30);
    await town.manage.speak(id, 'en');
    expect(await town.subscribers.find(id)).toMatchObject({ pausedUntil: null, locale: 'ja' });
  });
});
