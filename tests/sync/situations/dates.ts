import type { Situation } from '../situation';

const HOUR = 60 * 60 * 1000;
const inAnHour = (): Date => new Date(Date.now() + HOUR);

/** Consent that is a date, and clocks that differ. */
export const DATES: readonly Situation[] = [
  {
    title: 'has no date of consent',
    when: ({ guests }) => guests.welcome('gus', { agreedAt: null }),
    list: ['ann', 'bob'],
    out: ['no-consent'],
  },
  {
    title: 'has a date of consent in the future: somebody’s clock is wrong',
    when: ({ guests }) => guests.welcome('gus', { agreedAt: inAnHour() }),
    list: ['ann', 'bob'],
    out: ['no-consent'],
  },
  {
    title: 'has a date of consent that comes',
    given: ({ guests }) => guests.welcome('gus', { agreedAt: inAnHour() }),
    when: async ({ pass }) => pass(2 * HOUR),
    unheard: ['ann', 'bob'],
    list: ['ann', 'bob', 'gus'],
  },
  {
    title: 'gets a date of consent',
    given: ({ guests }) => guests.welcome('gus', { agreedAt: null }),
    when: ({ guests }) => guests.republish('gus', { agreedAt: new Date(0) }),
    list: ['ann', 'bob', 'gus'],
  },
  {
    title: 'loses the date of consent',
    given: ({ guests }) => guests.welcome('gus'),
    when: ({ guests }) => guests.republish('gus', { agreedAt: null }),
    list: ['ann', 'bob'],
    out: ['no-consent'],
  },
  {
    title: 'is synced by an instance whose clock goes wrong by an hour',
    given: ({ guests }) => guests.welcome('gus'),
    when: async ({ pass, users }) => {
      pass(-HOUR);
      await users.edit('ann', { displayName: 'Anna' });
    },
    list: ['ann', 'bob', 'gus'],
  },
];
