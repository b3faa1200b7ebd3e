import type { Situation } from '../situation';

export const GOING: readonly Situation[] = [
  {
    title: 'is deleted by users-permissions',
    when: ({ users }) => users.remove('ann'),
    list: ['bob'],
  },
  {
    title: 'is deleted by the document service',
    when: ({ users }) => users.destroy('ann'),
    list: ['bob'],
  },
  {
    title: 'is one of many deleted at once',
    when: ({ users }) => users.deleteMany({ username: { $in: ['ann', 'bob'] } }),
    list: [],
  },
  {
    title: 'is deleted by SQL',
    when: ({ users }) => users.sql.delete('ann'),
    unheard: ['ann', 'bob'],
    list: ['bob'],
  },
  {
    title: 'is deleted and registers again',
    when: async ({ users }) => {
      await users.remove('ann');
      await users.register('ann');
    },
    list: ['ann', 'bob'],
  },
  {
    title: 'is deleted and made anew in one transaction',
    when: ({ users }) =>
      users.together(async () => {
        await users.remove('ann');
        await users.oauth('ann', { displayName: 'Anna' });
      }),
    list: ['ann', 'bob'],
    also: async ({ leaving }) => {
      expect(await leaving.readerOf('ann')).toMatchObject({ name: 'Anna' });
    },
  },
  {
    title: 'keeps nothing but a label and a hash here once deleted',
    when: ({ users }) => users.remove('ann'),
    list: ['bob'],
    also: async ({ leaving }) => expect(await leaving.readerOf('ann')).toBeNull(),
  },
  {
    title: 'arrives by a transfer with the same document and another row',
    when: async ({ users }) => {
      const { documentId } = await users.find('ann');
      await users.sql.delete('ann');
      await users.sql.insert('ann', documentId);
    },
    list: ['ann', 'bob'],
  },
  {
    title: 'arrives by a transfer with another document and another row',
    when: async ({ users }) => {
      await users.sql.delete('ann');
      await users.sql.insert('ann');
    },
    list: ['ann', 'bob'],
  },
  {
    title: 'arrives, changes and goes while the plugin is off',
    given: ({ users }) => users.register('cat'),
    when: async (site) => {
      site.hearBy('reconcile');
      await site.users.register('dan');
      await site.users.edit('ann', { email: 'new@readers.example.test' });
      await site.users.edit('bob', { newsletterConsent: false });
      await site.users.remove('cat');
    },
    list: ['dan', 'new'],
    out: ['no-consent'],
  },
];
