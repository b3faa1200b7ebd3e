import { formatDate } from '../../../server/src/domain/messages/mime/date';
import { compileMime } from '../../../server/src/domain/messages/mime/compile';
import { fillMime } from '../../../server/src/domain/messages/mime/fill';
import { aMimeSource, bytesOf, decode, headerLines } from '../../support/messageBytes';
import { someValues } from '../../support/messages';

const NAME = { slot: 'subscriber.name', fallback: 'reader' } as const;

describe('a message on the wire', () => {
  it('has these headers and no other', () => {
    expect(headerLines(bytesOf({ replyTo: 'desk@example.com' }))).toEqual([
      'From: "Example Observatory" <news@example.com>',
      'To: <reader@example.net>',
      'Reply-To: <desk@example.com>',
      'Subject: News',
      'Date: Tue, 02 Jun 2026 09:00:00 +0000',
      'Message-ID: <d-1@bounce.example.com>',
      'List-Id: "Newsletter" <newsletter.example.com>',
      'List-Unsubscribe: <https://cms.example.com/u/token?x=1&y=2>',
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
      'Precedence: bulk',
      'MIME-Version: 1.0',
      expect.stringMatching(
        /^Content-Type: multipart\/alternative;\r\n boundary="=_[0-9a-f]{32}"$/,
      ),
    ]);
  });

  it('has no Reply-To when none is wished', () => {
    expect(bytesOf()).not.toContain('Reply-To');
  });

  it('is the same bytes for the same source, and another boundary for another text', () => {
    expect(compileMime(aMimeSource())).toEqual(compileMime(aMimeSource()));
    expect(bytesOf({ text: ['b'] })).not.toContain(/boundary=".*"/.exec(bytesOf())?.[0]);
  });

  it('puts the values where the slots are', async () => {
    const read = await decode(
      bytesOf(
        {
          subject: ['Hello ', NAME, ', news'],
          html: [
            '<p title="',
            NAME,
            '">',
            NAME,
            '</p><a href="',
            { slot: 'unsubscribe-url' },
            '">x</a>\n',
          ],
          text: [NAME, ', hello.\n', { slot: 'unsubscribe-url' }, '\n'],
        },
        { 'subscriber.name': `山田 "太郎" <b> & O'Neil` },
      ),
    );
    expect(read.subject).toBe(`Hello 山田 "太郎" <b> & O'Neil, news`);
    const name = '山田 &quot;太郎&quot; &lt;b&gt; &amp; O&#39;Neil';
    expect(read.html?.trimEnd()).toBe(
      `<p title="${name}">${name}</p><a href="https://cms.example.com/u/token?x=1&amp;y=2">x</a>`,
    );
    expect(read.text?.trimEnd()).toBe(
      `山田 "太郎" <b> & O'Neil, hello.\nhttps://cms.example.com/u/token?x=1&y=2`,
    );
  });

  it.each([
    ['a subject that is only a slot', [NAME], 'reader'],
    ['a slot at the start', [NAME, ', news'], 'reader, news'],
    ['a slot at the end', ['News, ', NAME], 'News, reader'],
    ['two slots in a row', [NAME, NAME], 'readerreader'],
    ['an empty value at the start', [{ ...NAME, fallback: '' }, 'News'], 'News'],
    ['an empty value inside', ['a', { ...NAME, fallback: '' }, 'b'], 'ab'],
    [
      'a long Japanese fallback',
      ['a', { ...NAME, fallback: '読者の皆様'.repeat(20) }, 'b'],
      `a${'読者の皆様'.repeat(20)}b`,
    ],
  ])('reads the subject with %s', async (_, subject, expected) => {
    const message = bytesOf({ subject }, { 'subscriber.name': '' });
    expect((await decode(message)).subject).toBe(expected);
    expect(headerLines(message).join('\r\n')).not.toMatch(/\r\n[ \t]*\r\n/);
  });

  it('keeps every line within its bounds', () => {
    const long = 'Sehr langer Betreff mit Ümläuten und 日本語 und 👩‍👩‍👧‍👦 '.repeat(9);
    const message = bytesOf(
      {
        subject: [long, NAME],
        from: { name: long, address: 'news@example.com' },
        listName: long,
        html: [long, NAME, long],
        text: [`${long}\n`.repeat(3)],
      },
      { 'subscriber.name': 'あ'.repeat(200) },
    );
    const words = message.match(/=\?UTF-8\?B\?[^ ]*\?=/g) ?? [];
    expect(words.length).toBeGreaterThan(20);
    expect(Math.max(...words.map((word) => word.length))).toBeLessThanOrEqual(75);
    expect(Math.max(...message.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(76);
  });

  it('keeps spaces at the end of lines, and lines of spaces', async () => {
    const text = ['a \n\t\n  \n', NAME, ' \n.\n..x\nFrom me\n'];
    expect((await decode(bytesOf({ text }))).text?.trimEnd()).toBe(
      'a \n\t\n  \nAnn \n.\n..x\nFrom me',
    );
    expect(bytesOf({ text })).not.toMatch(/[ \t]\r\n/);
  });

  it('starts each value at column 0 and ends it there', () => {
    expect(bytesOf({ text: ['Dear ', NAME, ', hello\n'] })).toContain(
      'Dear =\r\nAnn=\r\n, hello\r\n',
    );
    expect(bytesOf({ text: ['Dear\n', NAME, '\n'] })).toContain('Dear\r\nAnn=\r\n\r\n');
    expect(
      bytesOf({ text: ['a', { ...NAME, fallback: '' }, 'b\n'] }, { 'subscriber.name': '' }),
    ).toContain('a=\r\nb\r\n');
  });

  it.each([
    ['to', 'a@example.net>\r\nBcc: <b@example.net'],
    ['to', 'a@example.net>, <b@example.net'],
    ['to', 'a@example.net, b@example.net'],
    ['to', 'ユーザ@example.net'],
    ['to', ''],
    ['message-id', 'a\0@b'],
    ['date', 'today\r\nBcc: b@example.net'],
    ['date', '今日'],
    ['unsubscribe-url', 'https://example.com/a b'],
  ] as const)('refuses to put %s %j in a header, without quoting it', (slot, value) => {
    const fill = (): string => fillMime(compileMime(aMimeSource()), someValues({ [slot]: value }));
    expect(fill).toThrow(
      new RegExp(`^the value of slot "${slot}" is (missing|not fit for a header)$`),
    );
  });
});

describe('a date in a header', () => {
  it('is in UTC and English wherever we are', () => {
    expect(formatDate(Date.UTC(2026, 5, 2, 9, 0, 5))).toBe('Tue, 02 Jun 2026 09:00:05 +0000');
  });
});
