import type { Situation } from '../situation';

const ann = { email: 'ann@readers.example.test' };

/** Two accounts of one source with one address: one person, once on the list. */
export const SHARING: readonly Situation[] = [
  {
    title: 'has a second account',
    when: ({ users }) => users.oauth('ann2', ann),
    list: ['ann', 'bob'],
    out: ['same-person'],
  },
  {
    title: 'has a second account, with the address in other letter case',
    when: ({ users }) => users.oauth('ann2', { email: 'ANN@READERS.example.test' }),
    list: ['ann', 'bob'],
    out: ['same-person'],
  },
  {
    title: 'has three accounts, made at once',
    when: async ({ users }) => {
      await users.oauth('ann2', ann);
      await users.oauth('ann3', ann);
    },
    list: ['ann', 'bob'],
    out: ['same-person', 'same-person'],
  },
  {
    title: 'has two accounts, of which the first is deleted',
    given: ({ users }) => users.oauth('ann2', ann),
    when: ({ users }) => users.remove('ann'),
    list: ['ann', 'bob'],
    also: async ({ leaving }) => {
      expect(await leaving.readerOf('ann')).toMatchObject({ name: 'ann2' });
    },
  },
  {
    title: 'has two accounts, of which the second is deleted',
    given: ({ users }) => users.oauth('ann2', ann),
    when: ({ users }) => users.remove('ann2'),
    list: ['ann', 'bob'],
  },
  {
    title: 'has two accounts, of which the first says no',
    given: ({ users }) => users.oauth('ann2', ann),
    when: ({ users }) => users.edit('ann', { newsletterConsent: false }),
    list: ['bob'],
    out: ['no-consent', 'same-person'],
  },
  {
    title: 'has two accounts, of which the first gets an address of its own',
    given: ({ users }) => users.oauth('ann2', ann),
    when: ({ users }) => users.edit('ann', { email: 'new@readers.example.test' }),
    list: ['ann', 'bob', 'new'],
  },
  {
    title: 'has two accounts, and both are deleted',
    given: ({ users }) => users.oauth('ann2', ann),
    when: async ({ users }) => {
      await users.remove('ann');
      await users.remove('ann2');
    },
    list: ['bob'],
  },
  {
    title: 'leaves, having two accounts, of which the first is deleted then',
    given: async ({ users, leaving, follow }) => {
      await users.oauth('ann2', ann);
      await follow();
      await leaving.unsubscribe('ann');
    },
    when: ({ users }) => users.remove('ann'),
    list: ['bob'],
    out: ['suppressed'],
  },
];
