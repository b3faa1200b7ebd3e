import type { Situation } from '../situation';

export const CHANGING: readonly Situation[] = [
  {
    title: 'changes the address',
    when: ({ users }) => users.edit('ann', { email: 'new@readers.example.test' }),
    list: ['new', 'bob'],
  },
  {
    title: 'changes the address through the document service',
    when: ({ users }) => users.update('ann', { email: 'new@readers.example.test' }),
    list: ['new', 'bob'],
  },
  {
    title: 'writes the address in other letter case',
    when: ({ users }) => users.edit('ann', { email: 'Ann@Readers.Example.TEST' }),
    list: ['Ann@readers.example.test', 'bob'],
  },
  {
    title: 'changes the address and changes it back',
    when: async ({ users }) => {
      await users.edit('ann', { email: 'new@readers.example.test' });
      await users.edit('ann', { email: 'ann@readers.example.test' });
    },
    list: ['ann', 'bob'],
  },
  {
    title: 'changes the address to one nobody can be written to at',
    when: ({ users }) => users.set('ann', { email: 'ann@' }),
    list: ['bob'],
    out: ['bad-address'],
  },
  {
    title: 'repairs the address',
    given: ({ users }) => users.oauth('cat', { email: 'cat@' }),
    when: ({ users }) => users.set('cat', { email: 'cat@readers.example.test' }),
    list: ['ann', 'bob', 'cat'],
  },
  {
    title: 'loses the address',
    when: ({ users }) => users.set('ann', { email: null }),
    list: ['bob'],
    out: ['no-address'],
  },
  {
    title: 'swaps addresses with somebody who has not agreed',
    given: ({ users }) => users.register('cat', { newsletterConsent: false }),
    when: async ({ users }) => {
      await users.set('ann', { email: 'cat@readers.example.test' });
      await users.set('cat', { email: 'ann@readers.example.test' });
    },
    list: ['bob', 'cat'],
    out: ['no-consent'],
  },
  {
    title: 'swaps addresses with somebody who has agreed, in one transaction',
    when: ({ users }) =>
      users.together(async () => {
        await users.set('ann', { email: 'bob@readers.example.test' });
        await users.set('bob', { email: 'ann@readers.example.test' });
      }),
    list: ['ann', 'bob'],
    also: async ({ leaving }) => {
      expect(await leaving.readerOf('ann')).toMatchObject({ name: 'bob' });
    },
  },
  {
    title: 'leaves an address which a newcomer takes',
    when: async ({ users }) => {
      await users.set('ann', { email: 'new@readers.example.test' });
      await users.register('cat', { email: 'ann@readers.example.test' });
    },
    list: ['ann', 'bob', 'new'],
    also: async ({ leaving }) => {
      expect(await leaving.readerOf('ann')).toMatchObject({ name: 'cat' });
      expect(await leaving.readerOf('new')).toMatchObject({ name: 'ann' });
    },
  },
  {
    title: 'changes the name',
    when: ({ users }) => users.edit('ann', { displayName: 'Anna' }),
    list: ['ann', 'bob'],
    also: async ({ leaving }) => {
      expect(await leaving.readerOf('ann')).toMatchObject({ name: 'Anna' });
    },
  },
  {
    title: 'takes the name away',
    when: ({ users }) => users.edit('ann', { displayName: null }),
    list: ['ann', 'bob'],
    also: async ({ leaving }) => {
      expect(await leaving.readerOf('ann')).toMatchObject({ name: null });
    },
  },
  {
    title: 'reads another language',
    when: ({ users }) => users.edit('ann', { language: 'ja' }),
    list: ['ann', 'bob'],
    also: async ({ leaving }) => {
      expect(await leaving.readerOf('ann')).toMatchObject({ locale: 'ja' });
    },
  },
  {
    title: 'is blocked',
    when: ({ users }) => users.edit('ann', { blocked: true }),
    list: ['bob'],
    out: ['blocked'],
  },
  {
    title: 'is no longer blocked',
    given: ({ users }) => users.register('cat', { blocked: true }),
    when: ({ users }) => users.edit('cat', { blocked: false }),
    list: ['ann', 'bob', 'cat'],
  },
  {
    title: 'confirms the address',
    given: ({ users }) => users.register('cat', { confirmed: false }),
    when: ({ users }) => users.edit('cat', { confirmed: true }),
    list: ['ann', 'bob', 'cat'],
  },
  {
    title: 'has to confirm anew',
    when: ({ users }) => users.edit('ann', { confirmed: false }),
    list: ['bob'],
    out: ['unconfirmed'],
  },
  {
    title: 'agrees',
    given: ({ users }) => users.register('cat', { newsletterConsent: false }),
    when: ({ users }) => users.edit('cat', { newsletterConsent: true }),
    list: ['ann', 'bob', 'cat'],
  },
  {
    title: 'withdraws the consent',
    when: ({ users }) => users.edit('ann', { newsletterConsent: false }),
    list: ['bob'],
    out: ['no-consent'],
    also: async ({ leaving }) => {
      const record = await leaving.recordOf('ann');
      const kinds = record?.consents.map(({ kind }) => kind).sort();
      expect(kinds).toEqual(['given', 'withdrawn']);
    },
  },
  {
    title: 'withdraws the consent and gives it again',
    given: ({ users }) => users.edit('ann', { newsletterConsent: false }),
    when: ({ users }) => users.edit('ann', { newsletterConsent: true }),
    list: ['ann', 'bob'],
  },
  {
    title: 'changes several times before anybody looks',
    when: async ({ users }) => {
      await users.edit('ann', { blocked: true });
      await users.edit('ann', { email: 'one@readers.example.test' });
      await users.edit('ann', { blocked: false, email: 'two@readers.example.test' });
    },
    list: ['bob', 'two'],
  },
  {
    title: 'changes in a transaction that is rolled back',
    when: ({ users }) =>
      users
        .together(async () => {
          await users.set('ann', { blocked: true });
          throw new Error('the host changed its mind');
        })
        .catch(() => undefined),
    list: ['ann', 'bob'],
  },
  {
    title: 'gets a new password, which is nothing to us',
    when: ({ users }) => users.set('ann', { resetPasswordToken: 'a-token' }),
    list: ['ann', 'bob'],
  },
  {
    title: 'is one of many blocked at once',
    when: ({ users }) => users.updateMany({}, { blocked: true }),
    list: [],
    out: ['blocked', 'blocked'],
  },
  {
    title: 'is one of many who are made to agree, of whom one is gone',
    given: ({ users }) => users.register('cat', { newsletterConsent: false }),
    when: async ({ users }) => {
      await users.updateMany({ username: 'cat' }, { newsletterConsent: true });
      await users.remove('bob');
    },
    list: ['ann', 'cat'],
  },
  {
    title: 'gets another address by SQL',
    when: ({ users }) => users.sql.update('ann', { email: 'new@readers.example.test' }),
    unheard: ['ann', 'bob'],
    list: ['bob', 'new'],
  },
  {
    title: 'is blocked by SQL',
    when: ({ users }) => users.sql.update('ann', { blocked: true }),
    unheard: ['ann', 'bob'],
    list: ['bob'],
    out: ['blocked'],
  },
];
