import fc from 'fast-check';
import MailComposer from 'nodemailer/lib/mail-composer';
import { cleanLine, cleanText } from '../../../server/src/domain/messages/characters';
import { bytesOf, decode, headerLines } from '../../support/messageBytes';

const NAME = { slot: 'subscriber.name', fallback: '' } as const;
const NAMES_OF_HEADERS = headerLines(bytesOf()).map((line) => line.split(':')[0]);

/** Anything at all, with what breaks headers more often than chance would have it. */
const anything = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '\r\n',
        '\n',
        '\r',
        '\0',
        '\u2028',
        '\u0085',
        '\x7f',
        '=?',
        '?=',
        '=_',
        '--',
        '"',
        '\\',
        '\ud83d',
        '\r\nBcc: x@example.net\r\n\r\n',
        ' ',
        '=\r\n',
        '日本語',
        '👩‍👩‍👧',
        'e\u0301',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('no matter what anybody writes', () => {
  it('a message has the headers it should have and is ASCII in CRLF lines', () => {
    fc.assert(
      fc.property(anything, anything, anything, anything, (subject, name, value, list) => {
        const message = bytesOf(
          {
            subject: [cleanLine(subject), NAME],
            from: { name, address: 'news@example.com' },
            listName: list,
            html: [subject, NAME, name],
            text: [subject, NAME, name],
          },
          { 'subscriber.name': value },
        );
        expect(headerLines(message).map((line) => line.split(':')[0])).toEqual(NAMES_OF_HEADERS);
        expect(message).toMatch(/^[\t\r\n -~]*$/);
        expect(message.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
        expect(Math.max(...message.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(
          78,
        );
        expect(message.slice(0, message.indexOf('\r\n\r\n'))).not.toMatch(/\r\n[ \t]*\r\n/);
      }),
    );
  });

  it('a mail program reads what was meant, slots and constants as one', async () => {
    await fc.assert(
      fc.asyncProperty(anything, anything, anything, async (before, value, after) => {
        const pieces = [cleanLine(before), NAME, cleanText(after)];
        const read = await decode(
          bytesOf(
            { subject: [cleanLine(before), NAME, cleanLine(after)], html: pieces, text: pieces },
            { 'subscriber.name': value },
          ),
        );
        const name = cleanLine(value);
        expect((read.text ?? '').trimEnd()).toBe(
          `${cleanLine(before)}${name}${cleanText(after)}`.trimEnd(),
        );
        expect((read.subject ?? '').trim()).toBe(
          `${cleanLine(before)}${name}${cleanLine(after)}`.trim(),
        );
      }),
    );
  });

  it('a mail program reads the same as from a message that nodemailer made', async () => {
    await fc.assert(
      fc.asyncProperty(anything, anything, anything, async (subject, name, body) => {
        const clean = { subject: cleanLine(subject), name: cleanLine(name), body: cleanText(body) };
        const ours = await decode(
          bytesOf({
            subject: [clean.subject],
            from: { name, address: 'news@example.com' },
            text: [body],
            html: [body],
          }),
        );
        const theirs = await decode(await composedByNodemailer(clean));
        expect(partsOf(ours)).toEqual(partsOf(theirs));
      }),
    );
  });
});

interface Clean {
  readonly subject: string;
  readonly name: string;
  readonly body: string;
}

const composedByNodemailer = ({ subject, name, body }: Clean): Promise<Buffer> =>
  new MailComposer({
    from: { name, address: 'news@example.com' },
    to: 'reader@example.net',
    subject,
    text: body,
    html: body,
  })
    .compile()
    .build();

const partsOf = (read: Awaited<ReturnType<typeof decode>>): object => ({
  subject: read.subject ?? '',
  from: read.from,
  to: read.to,
  text: read.text?.trimEnd() ?? '',
  html: read.html?.trimEnd() ?? '',
});
