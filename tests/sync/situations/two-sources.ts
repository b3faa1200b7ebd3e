import type { Site } from '../../support/sync/site';
import type { Situation } from '../situation';

const annIsAGuest = ({ guests }: Site) =>
  guests.welcome('gus', { mail: 'Ann@readers.example.test' });

/** One person in two sources of one list: one subscriber, and every source that has their word must agree. */
export const TWO_SOURCES: readonly Situation[] = [
  {
    title: 'is in both',
    when: annIsAGuest,
    list: ['Ann@readers.example.test', 'bob'],
  },
  {
    title: 'is in both, and the first withdraws',
    given: annIsAGuest,
    when: ({ users }) => users.edit('ann', { newsletterConsent: false }),
    list: ['bob'],
    out: ['no-consent'],
  },
  {
    title: 'is in both, and the second withdraws',
    given: annIsAGuest,
    when: ({ guests }) => guests.republish('gus', { agreedAt: null }),
    list: ['bob'],
    out: ['no-consent'],
  },
  {
    title: 'is in both, and the first blocks them',
    given: annIsAGuest,
    when: ({ users }) => users.edit('ann', { blocked: true }),
    list: ['bob'],
    out: ['blocked'],
  },
  {
    title: 'is in both, and the first deletes them',
    given: annIsAGuest,
    when: ({ users }) => users.remove('ann'),
    list: ['Ann@readers.example.test', 'bob'],
  },
  {
    title: 'is in both, and both delete them',
    given: annIsAGuest,
    when: async ({ users, guests }) => {
      await users.remove('ann');
      await guests.delete('gus');
    },
    list: ['bob'],
  },
  {
    title: 'is in both, and has another address in the first',
    given: annIsAGuest,
    when: ({ users }) => users.edit('ann', { email: 'new@readers.example.test' }),
    list: ['Ann@readers.example.test', 'bob', 'new'],
  },
  {
    title: 'moves from one to the other',
    when: async (site) => {
      await site.users.remove('ann');
      await annIsAGuest(site);
    },
    list: ['Ann@readers.example.test', 'bob'],
  },
  {
    title: 'left, and comes by the other source',
    given: ({ leaving }) => leaving.unsubscribe('ann'),
    when: annIsAGuest,
    list: ['bob'],
    out: ['suppressed', 'suppressed'],
  },
  {
    title: 'left, being in both, and has another address in the second',
    given: async (site) => {
      await annIsAGuest(site);
      await site.follow();
      await site.leaving.unsubscribe('ann');
    },
    when: ({ guests }) => guests.republish('gus', { mail: 'new@readers.example.test' }),
    list: ['bob'],
    out: ['suppressed', 'suppressed'],
  },
];
