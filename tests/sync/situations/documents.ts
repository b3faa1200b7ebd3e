import type { Situation } from '../situation';

/** A content type with drafts and languages; whoever has a document published is somebody. */
export const DOCUMENTS: readonly Situation[] = [
  {
    title: 'is a draft',
    when: ({ guests }) => guests.draft('gus'),
    list: ['ann', 'bob'],
  },
  {
    title: 'is published',
    when: ({ guests }) => guests.welcome('gus'),
    list: ['ann', 'bob', 'gus'],
  },
  {
    title: 'is published, and the draft gets another address',
    given: ({ guests }) => guests.welcome('gus'),
    when: ({ guests }) => guests.edit('gus', { mail: 'new@readers.example.test' }),
    list: ['ann', 'bob', 'gus'],
  },
  {
    title: 'is published, and the draft is thrown away',
    given: async ({ guests }) => {
      await guests.welcome('gus');
      await guests.edit('gus', { mail: 'new@readers.example.test' });
    },
    when: ({ guests }) => guests.discard('gus'),
    list: ['ann', 'bob', 'gus'],
  },
  {
    title: 'is published again, with another address',
    given: ({ guests }) => guests.welcome('gus'),
    when: ({ guests }) => guests.republish('gus', { mail: 'new@readers.example.test' }),
    list: ['ann', 'bob', 'new'],
  },
  {
    title: 'is published again, with nothing new',
    given: ({ guests }) => guests.welcome('gus'),
    when: ({ guests }) => guests.publish('gus'),
    list: ['ann', 'bob', 'gus'],
  },
  {
    title: 'is taken back to a draft',
    given: ({ guests }) => guests.welcome('gus'),
    when: ({ guests }) => guests.unpublish('gus'),
    list: ['ann', 'bob'],
  },
  {
    title: 'is taken back to a draft and published again',
    given: ({ guests }) => guests.welcome('gus'),
    when: async ({ guests }) => {
      await guests.unpublish('gus');
      await guests.publish('gus');
    },
    list: ['ann', 'bob', 'gus'],
  },
  {
    title: 'is published in a second language, with another address',
    given: ({ guests }) => guests.welcome('gus'),
    when: ({ guests }) => guests.translate('gus', { mail: 'ja@readers.example.test' }),
    list: ['ann', 'bob', 'gus'],
  },
  {
    title: 'loses the second language',
    given: async ({ guests }) => {
      await guests.welcome('gus');
      await guests.translate('gus');
    },
    when: ({ guests }) => guests.delete('gus', 'ja'),
    list: ['ann', 'bob', 'gus'],
  },
  {
    title: 'loses the first language, and has another address in the second',
    given: async ({ guests }) => {
      await guests.welcome('gus');
      await guests.translate('gus', { mail: 'ja@readers.example.test' });
    },
    when: ({ guests }) => guests.delete('gus', 'en'),
    list: ['ann', 'bob', 'ja'],
  },
  {
    title: 'is published anew in the first of two languages that say the same',
    given: async ({ guests }) => {
      await guests.welcome('gus');
      await guests.translate('gus');
    },
    when: ({ guests }) => guests.publish('gus'),
    list: ['ann', 'bob', 'gus'],
  },
  {
    title: 'is a document that is deleted',
    given: async ({ guests }) => {
      await guests.welcome('gus');
      await guests.translate('gus');
    },
    when: ({ guests }) => guests.delete('gus'),
    list: ['ann', 'bob'],
  },
  {
    title: 'is a document that is copied, with another address',
    given: ({ guests }) => guests.welcome('gus'),
    when: async ({ guests }) => {
      await guests.clone('gus', 'hal', { mail: 'hal@readers.example.test' });
      await guests.publish('hal');
    },
    list: ['ann', 'bob', 'gus', 'hal'],
  },
  {
    title: 'is a document whose rows are all gone by SQL',
    given: ({ guests }) => guests.welcome('gus'),
    when: ({ guests }) => guests.sql.deleteAll(),
    unheard: ['ann', 'bob', 'gus'],
    list: ['ann', 'bob'],
  },
  {
    title: 'left, and is published again',
    given: async ({ guests, leaving, follow }) => {
      await guests.welcome('gus');
      await follow();
      await leaving.unsubscribe('gus');
    },
    when: ({ guests }) => guests.publish('gus'),
    list: ['ann', 'bob'],
    out: ['suppressed'],
  },
  {
    title: 'left, is taken back to a draft, and is published under another address',
    given: async ({ guests, leaving, follow }) => {
      await guests.welcome('gus');
      await follow();
      await leaving.unsubscribe('gus');
    },
    when: async (site) => {
      await site.guests.unpublish('gus');
      await site.follow();
      await site.guests.republish('gus', { mail: 'new@readers.example.test' });
    },
    list: ['ann', 'bob'],
    out: ['suppressed'],
  },
];
