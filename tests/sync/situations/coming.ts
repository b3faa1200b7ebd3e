import type { Situation } from '../situation';

export const COMING: readonly Situation[] = [
  {
    title: 'registers and agrees',
    when: ({ users }) => users.register('cat'),
    list: ['ann', 'bob', 'cat'],
  },
  {
    title: 'comes from an OAuth provider and agrees',
    when: ({ users }) => users.oauth('cat'),
    list: ['ann', 'bob', 'cat'],
  },
  {
    title: 'registers without agreeing',
    when: ({ users }) => users.register('cat', { newsletterConsent: false }),
    list: ['ann', 'bob'],
    out: ['no-consent'],
  },
  {
    title: 'registers and has not confirmed the address',
    when: ({ users }) => users.register('cat', { confirmed: false }),
    list: ['ann', 'bob'],
    out: ['unconfirmed'],
  },
  {
    title: 'is blocked from the start',
    when: ({ users }) => users.register('cat', { blocked: true }),
    list: ['ann', 'bob'],
    out: ['blocked'],
  },
  {
    title: 'has null where the consent should be',
    when: ({ users }) => users.oauth('cat', { newsletterConsent: null }),
    list: ['ann', 'bob'],
    out: ['no-consent'],
  },
  {
    title: 'has null where confirmed should be',
    when: ({ users }) => users.oauth('cat', { confirmed: null }),
    list: ['ann', 'bob'],
    out: ['unconfirmed'],
  },
  {
    title: 'has null where blocked should be',
    when: ({ users }) => users.oauth('cat', { blocked: null }),
    list: ['ann', 'bob', 'cat'],
  },
  {
    title: 'has no address',
    when: ({ users }) => users.oauth('cat', { email: null }),
    list: ['ann', 'bob'],
    out: ['no-address'],
  },
  {
    title: 'is one of many created at once',
    when: ({ users }) => users.createMany(['cat', 'dan', 'eve']),
    list: ['ann', 'bob', 'cat', 'dan', 'eve'],
  },
  {
    title: 'is inserted by SQL',
    when: ({ users }) => users.sql.insert('cat'),
    unheard: ['ann', 'bob'],
    list: ['ann', 'bob', 'cat'],
  },
  {
    title: 'is there in a transaction that is rolled back',
    when: ({ users }) =>
      users
        .together(async () => {
          await users.oauth('cat');
          throw new Error('the host changed its mind');
        })
        .catch(() => undefined),
    list: ['ann', 'bob'],
  },
  {
    title: 'is there and gone again before anybody looks',
    when: async ({ users }) => {
      await users.register('cat');
      await users.remove('cat');
    },
    list: ['ann', 'bob'],
  },
];
