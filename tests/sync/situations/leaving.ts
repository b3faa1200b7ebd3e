import type { Situation } from '../situation';
import type { Site } from '../../support/sync/site';

const ANN_LEFT = ({ leaving }: Site) => leaving.unsubscribe('ann');

/** Whoever has left stays gone, whatever their source does. */
export const LEAVING: readonly Situation[] = [
  {
    title: 'left, and changes the name',
    given: ANN_LEFT,
    when: ({ users }) => users.edit('ann', { displayName: 'Anna' }),
    list: ['bob'],
    out: ['suppressed'],
  },
  {
    title: 'left, and withdraws and gives the consent',
    given: ANN_LEFT,
    when: async (site) => {
      await site.users.edit('ann', { newsletterConsent: false });
      await site.follow();
      await site.users.edit('ann', { newsletterConsent: true });
    },
    list: ['bob'],
    out: ['suppressed'],
  },
  {
    title: 'left, and writes the address in other letter case',
    given: ANN_LEFT,
    when: ({ users }) => users.edit('ann', { email: 'ANN@readers.example.test' }),
    list: ['bob'],
    out: ['suppressed'],
  },
  {
    title: 'left, and changes the address',
    given: ANN_LEFT,
    when: ({ users }) => users.edit('ann', { email: 'new@readers.example.test' }),
    list: ['bob'],
    out: ['suppressed'],
  },
  {
    title: 'left, changes the address, is seen, and changes it back',
    given: ANN_LEFT,
    when: async (site) => {
      await site.users.edit('ann', { email: 'new@readers.example.test' });
      await site.follow();
      await site.users.edit('ann', { email: 'ann@readers.example.test' });
    },
    list: ['bob'],
    out: ['suppressed'],
  },
  {
    title: 'left, is deleted, and registers again',
    given: ANN_LEFT,
    when: async (site) => {
      await site.users.remove('ann');
      await site.follow();
      await site.users.register('ann');
    },
    list: ['bob'],
    out: ['suppressed'],
  },
  {
    title: 'left, and comes back by a transfer with another document',
    given: ANN_LEFT,
    when: async ({ users }) => {
      await users.sql.delete('ann');
      await users.sql.insert('ann');
    },
    unheard: ['bob'],
    list: ['bob'],
    out: ['suppressed'],
  },
  {
    title: 'left, goes by SQL, and comes back with the same document and another address',
    given: ANN_LEFT,
    when: async (site) => {
      const { documentId } = await site.users.find('ann');
      await site.users.sql.delete('ann');
      await site.reconcile();
      await site.users.sql.insert('new', documentId);
    },
    unheard: ['bob'],
    list: ['bob'],
    out: ['suppressed'],
  },
  {
    title: 'left, and somebody else takes the address',
    given: ANN_LEFT,
    when: async ({ users }) => {
      await users.set('ann', { email: 'new@readers.example.test' });
      await users.register('cat', { email: 'ann@readers.example.test' });
    },
    list: ['bob'],
    out: ['suppressed', 'suppressed'],
  },
  {
    title: 'left, and has a second account with the address',
    given: ANN_LEFT,
    when: ({ users }) => users.oauth('ann2', { email: 'ann@readers.example.test' }),
    list: ['bob'],
    out: ['suppressed', 'suppressed'],
  },
  {
    title: 'left, and is unblocked after having been blocked',
    given: async (site) => {
      await ANN_LEFT(site);
      await site.users.edit('ann', { blocked: true });
    },
    when: ({ users }) => users.edit('ann', { blocked: false }),
    list: ['bob'],
    out: ['suppressed'],
  },
  {
    title: 'complained, is deleted, and registers again',
    given: ({ leaving }) => leaving.complain('ann'),
    when: async ({ users }) => {
      await users.remove('ann');
      await users.register('ann');
    },
    list: ['bob'],
    out: ['suppressed'],
  },
  {
    title: 'complained, and somebody in the admin wants to lift it',
    given: ({ leaving }) => leaving.complain('ann'),
    when: ({ leaving }) => leaving.lift('ann'),
    list: ['bob'],
    out: ['suppressed'],
  },
  {
    title: 'bounced for good, and is saved again',
    given: ({ leaving }) => leaving.bounce('ann'),
    when: ({ users }) => users.edit('ann', { displayName: 'Anna' }),
    list: ['bob'],
    out: ['suppressed'],
  },
  {
    title: 'bounced for good, and registers again in other letter case',
    given: ({ leaving }) => leaving.bounce('ann'),
    when: async ({ users }) => {
      await users.remove('ann');
      await users.register('ann', { email: 'Ann@readers.example.test' });
    },
    list: ['bob'],
    out: ['suppressed'],
  },
  {
    title: 'was suppressed by hand before they ever came',
    given: ({ leaving }) => leaving.suppress('cat'),
    when: ({ users }) => users.register('cat', { email: 'CAT@readers.example.test' }),
    list: ['ann', 'bob'],
    out: ['suppressed'],
  },
  {
    title: 'was suppressed by hand, and is one of many saved',
    given: ({ leaving }) => leaving.suppress('ann'),
    when: ({ users }) => users.updateMany({}, { language: 'ja' }),
    list: ['bob'],
    out: ['suppressed'],
  },
  {
    title: 'left by mistake, and the suppression is lifted',
    given: ANN_LEFT,
    when: ({ leaving }) => leaving.lift('ann'),
    list: ['ann', 'bob'],
  },
  {
    title: 'left, withdrew the consent too, and the suppression is lifted',
    given: async (site) => {
      await ANN_LEFT(site);
      await site.users.edit('ann', { newsletterConsent: false });
    },
    when: ({ leaving }) => leaving.lift('ann'),
    list: ['bob'],
    out: ['no-consent'],
  },
  {
    title: 'leaves after a change that nobody has looked at yet',
    when: async ({ users, leaving }) => {
      await users.edit('ann', { displayName: 'Anna' });
      await leaving.unsubscribe('ann');
    },
    list: ['bob'],
    out: ['suppressed'],
  },
  {
    title: 'leaves under the old address after a change that nobody has looked at yet',
    when: async ({ users, leaving }) => {
      await users.edit('ann', { email: 'new@readers.example.test' });
      await leaving.unsubscribe('ann');
    },
    list: ['bob'],
    out: ['suppressed'],
  },
];
