import PostalMime from 'postal-mime';
import type { Email } from 'postal-mime';
import { compileMime } from '../../server/src/domain/messages/mime/compile';
import { fillMime } from '../../server/src/domain/messages/mime/fill';
import type { MimeSource } from '../../server/src/domain/messages/mime/source';
import type { SlotValues } from '../../server/src/domain/messages/message';
import { someValues } from './messages';

export const aMimeSource = (change: Partial<MimeSource> = {}): MimeSource => ({
  subject: ['News'],
  html: ['<p>Hello</p>\n'],
  text: ['Hello\n'],
  from: { name: 'Example Observatory', address: 'news@example.com' },
  replyTo: null,
  listId: 'newsletter.example.com',
  listName: 'Newsletter',
  ...change,
});

export const bytesOf = (change: Partial<MimeSource> = {}, values: SlotValues = {}): string =>
  fillMime(compileMime(aMimeSource(change)), someValues(values));

/** As a mail program that is not ours reads it. */
export const decode = (message: string | Buffer): Promise<Email> => PostalMime.parse(message);

/** Header lines with their folds, in order. */
export const headerLines = (message: string): string[] => {
  const head = message.slice(0, message.indexOf('\r\n\r\n'));
  return head.split(/\r\n(?![ \t])/);
};
