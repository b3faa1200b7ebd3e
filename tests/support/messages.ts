import type { MessageSource } from '../../server/src/domain/messages/source';
import type { SlotValues } from '../../server/src/domain/messages/message';

/** Strapi Blocks, as the editor writes them. */
export const text = (words: string, marks: object = {}): object => ({
  type: 'text',
  text: words,
  ...marks,
});
export const paragraph = (...children: (object | string)[]): object => ({
  type: 'paragraph',
  children: children.map(asText),
});
export const heading = (level: number, words: string): object => ({
  type: 'heading',
  level,
  children: [text(words)],
});
export const quote = (words: string): object => ({ type: 'quote', children: [text(words)] });
export const code = (words: string): object => ({
  type: 'code',
  language: null,
  children: [text(words)],
});
export const link = (url: string, ...children: (object | string)[]): object => ({
  type: 'link',
  url,
  children: children.map(asText),
});
export const item = (...children: (object | string)[]): object => ({
  type: 'list-item',
  children: children.map(asText),
});
export const list = (format: 'ordered' | 'unordered', ...children: object[]): object => ({
  type: 'list',
  format,
  children,
});
export const picture = (url: string, change: object = {}): object => ({
  type: 'image',
  image: { name: 'p.png', url, alternativeText: 'A picture', width: 1200, height: 800, ...change },
  children: [text('')],
});

const asText = (child: object | string): object =>
  typeof child === 'string' ? text(child) : child;

export const aSource = (change: Partial<MessageSource> = {}): MessageSource => ({
  locale: 'en',
  subject: 'News from the observatory',
  preheader: 'What the telescopes saw in May',
  blocks: [paragraph('Hello.')],
  from: { name: 'Example Observatory', address: 'news@example.com' },
  replyTo: null,
  listId: 'newsletter.example.com',
  listName: 'Newsletter',
  identity: {
    name: 'Example Observatory',
    postalAddress: '1 Hill Road\n12345 Exampletown',
    contact: 'hello@example.com',
    reason: {
      en: 'You get this because you asked for it.',
      ja: 'ご登録いただいた方にお送りしています。',
    },
  },
  frozenUrlOf: (url) => `https://cms.example.com/frozen/${encodeURIComponent(url)}`,
  ...change,
});

export const someValues = (change: SlotValues = {}): SlotValues => ({
  to: 'reader@example.net',
  date: 'Tue, 02 Jun 2026 09:00:00 +0000',
  'message-id': 'd-1@bounce.example.com',
  'unsubscribe-url': 'https://cms.example.com/u/token?x=1&y=2',
  'preferences-url': 'https://cms.example.com/p/token?x=1&y=2',
  'subscriber.name': 'Ann',
  'subscriber.locale': 'en',
  ...change,
});
