import { USER_UID } from '../../../server/src/names';
import { GUEST_UID } from '../../support/sync/guest-type';
import type { Site } from '../../support/sync/site';
import type { Situation } from '../situation';

const NAMES = Array.from({ length: 1100 }, (_, n) => `p${String(n).padStart(4, '0')}`);

const manyAre = async ({ users }: Site): Promise<void> => {
  await users.createMany(NAMES);
};

/** Half-way: after the first of two groups. */
const crash = async ({ people }: Site): Promise<void> => {
  const dies = (): never => {
    throw new Error('the process is gone');
  };
  await expect(people.sync.reconcile('users', dies)).rejects.toThrow('the process is gone');
};

const vanish = async (site: Site): Promise<void> => {
  site.loseField(USER_UID, 'newsletterConsent');
  await site.users.set('ann', { blocked: true });
};

export const TROUBLE: readonly Situation[] = [
  {
    title: 'is one of many whose reconcile is killed half-way, and the process is started again',
    when: async (site) => {
      await manyAre(site);
      await crash(site);
      await site.reconcile();
    },
    list: ['ann', 'bob', ...NAMES],
  },
  {
    title: 'is gone by SQL behind a reconcile that was killed half-way',
    given: manyAre,
    when: async (site) => {
      await crash(site);
      await site.users.sql.delete('p0001');
      await site.reconcile();
    },
    unheard: ['ann', 'bob', ...NAMES],
    list: ['ann', 'bob', ...NAMES.filter((name) => name !== 'p0001')],
  },
  {
    title: 'is blocked, of which we hear, behind a reconcile that was killed half-way',
    given: manyAre,
    when: async (site) => {
      await crash(site);
      site.hearBy('hook');
      await site.users.set('p0001', { blocked: true });
      await site.reconcile();
    },
    list: ['ann', 'bob', ...NAMES.filter((name) => name !== 'p0001')],
    out: ['blocked'],
  },
  {
    title: 'is reconciled by two processes at once',
    when: async (site) => {
      await site.users.register('cat');
      await Promise.all([site.reconcile(), site.reconcile()]);
    },
    list: ['ann', 'bob', 'cat'],
  },
  {
    title: 'is of a content type of which a mapped field is gone',
    when: vanish,
    refused: 'newsletterConsent must be a boolean',
    list: ['ann', 'bob'],
  },
  {
    title: 'is of a content type of which a mapped field was gone and is back',
    when: async (site) => {
      await vanish(site);
      await expect(site.follow()).rejects.toThrow();
      site.findFields();
    },
    list: ['bob'],
    out: ['blocked'],
  },
  {
    title: 'comes by one source while the other cannot be read',
    when: async (site) => {
      await vanish(site);
      await site.guests.welcome('gus');
    },
    refused: 'newsletterConsent must be a boolean',
    list: ['ann', 'bob', 'gus'],
  },
  {
    title: 'is one of many changed in one source while the other cannot be read',
    given: ({ guests }) => guests.welcome('gus'),
    when: async (site) => {
      site.loseField(GUEST_UID, 'agreedAt');
      await site.guests.edit('gus', { language: 'ja' });
      await site.guests.publish('gus');
      await site.users.updateMany({ username: 'ann' }, { blocked: true });
    },
    refused: 'agreedAt must be a boolean, or a date',
    list: ['bob', 'gus'],
    out: ['blocked'],
  },
];
