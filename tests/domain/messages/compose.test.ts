import { finishMessage, prepareMessage } from '../../../server/src/domain/messages/compose';
import type { Composed, PreparedMessage } from '../../../server/src/domain/messages/compose';
import { fillMime } from '../../../server/src/domain/messages/mime/fill';
import { fillPieces } from '../../../server/src/domain/messages/pieces';
import type { MessageSource } from '../../../server/src/domain/messages/source';
import { decode } from '../../support/messageBytes';
import { aSource, link, paragraph, picture, someValues } from '../../support/messages';

/** The plainest layout there can be. */
const plainLayout = ({ layout }: PreparedMessage): string =>
  `<html>${layout.bodyHtml}<a href="${layout.unsubscribeUrl}">${layout.footer.unsubscribe}</a><a href="${layout.preferencesUrl}">${layout.footer.preferences}</a></html>`;

function valueOf<T>(composed: Composed<T>): T {
  if (!composed.ok) throw new Error(JSON.stringify(composed.problems));
  return composed.value;
}

const compose = (change: Partial<MessageSource>): ReturnType<typeof finishMessage> => {
  const prepared = valueOf(prepareMessage(aSource(change)));
  return finishMessage(prepared, plainLayout(prepared));
};

const problemsOf = (change: Partial<MessageSource>): string[] =>
  prepareMessage(aSource(change)).problems.map(
    ({ level, code, where }) => `${level} ${code} ${where}`,
  );

const BLOCKS = [paragraph('Dear {{ subscriber.name | default: "reader" }}, hello.')];

describe('composing a message', () => {
  it('makes pieces for people and bytes for the wire that say the same', async () => {
    const message = valueOf(
      compose({ subject: 'Hello {{ subscriber.name | default: "you" }}', blocks: BLOCKS }),
    );
    const read = await decode(fillMime(message.mime, someValues()));
    expect(read.subject).toBe(fillPieces(message.subject, someValues(), 'text'));
    expect(read.html?.trimEnd()).toBe(fillPieces(message.html, someValues(), 'html').trimEnd());
    expect(read.text?.trimEnd()).toBe(fillPieces(message.text, someValues(), 'text').trimEnd());
    expect(read.text).toContain('Dear Ann, hello.');
    expect(read.headers.find(({ key }) => key === 'to')?.value).toBe('<reader@example.net>');
  });

  it('greets a reader without a name by the fallback', () => {
    const message = valueOf(compose({ blocks: BLOCKS }));
    expect(fillPieces(message.text, {}, 'text')).toContain('Dear reader, hello.');
    expect(fillMime(message.mime, someValues({ 'subscriber.name': '' }))).toContain(
      'Dear =\r\nreader=\r\n',
    );
  });

  it('leaves no placeholder behind', () => {
    const message = valueOf(compose({ blocks: BLOCKS }));
    expect(JSON.stringify(message)).not.toMatch(/cs[0-9a-f]{32}x/);
  });

  it('makes the same of the same source', () => {
    expect(compose({ blocks: BLOCKS })).toEqual(compose({ blocks: BLOCKS }));
  });

  it('puts who, where, how and why under the text, with the way out', () => {
    const text = fillPieces(valueOf(compose({})).text, someValues(), 'text');
    expect(text).toBe(`Hello.

----------------------------------------
Example Observatory
1 Hill Road
12345 Exampletown
Contact: hello@example.com

You get this because you asked for it.
Unsubscribe:
https://cms.example.com/u/token?x=1&y=2
Change what you get:
https://cms.example.com/p/token?x=1&y=2
`);
  });

  it('hands on warnings', () => {
    const composed = compose({ blocks: [paragraph(link('http://example.com/', 'old'))] });
    expect(composed.ok && composed.problems.map(({ code }) => code)).toEqual(['link-insecure']);
  });

  it("throws when the renderer lost a reader's name or the way out", () => {
    const prepared = valueOf(prepareMessage(aSource({ blocks: BLOCKS })));
    const { bodyHtml, unsubscribeUrl, preferencesUrl } = prepared.layout;
    expect(() => finishMessage(prepared, unsubscribeUrl)).toThrow('lost the slots');
    expect(() => finishMessage(prepared, bodyHtml)).toThrow('lost the slots');
    expect(() => finishMessage(prepared, bodyHtml + unsubscribeUrl + preferencesUrl)).not.toThrow();
  });

  it('refuses a message of more than a megabyte, before it is laid out or after', () => {
    expect(problemsOf({ blocks: [paragraph('x'.repeat(1_100_000))] })).toEqual([
      'error html-too-big html',
    ]);
    const prepared = valueOf(prepareMessage(aSource()));
    const laidOut = finishMessage(prepared, plainLayout(prepared) + 'x'.repeat(1_100_000));
    expect(laidOut).toEqual({
      ok: false,
      problems: [expect.objectContaining({ code: 'html-too-big' })],
    });
  });

  it('warns of a message that Gmail would clip', () => {
    const composed = compose({ blocks: [paragraph('x'.repeat(110_000))] });
    expect(composed.problems).toEqual([
      { code: 'html-clipped', level: 'warning', where: 'html', text: '108 kB' },
    ]);
  });
});

describe('before a message is composed', () => {
  it.each<[string, Partial<MessageSource>, string[]]>([
    ['nothing is wrong', {}, []],
    ['the subject is empty', { subject: ' \u3000\n' }, ['error subject-empty subject']],
    [
      'the subject could be empty',
      { subject: '{{ subscriber.name }}' },
      ['error subject-empty subject'],
    ],
    ['the subject is long', { subject: '長'.repeat(151) }, ['warning subject-long subject']],
    [
      'the subject is far too long',
      { subject: '長'.repeat(501) },
      ['error subject-too-long subject'],
    ],
    [
      'the subject has an unknown tag',
      { subject: 'Hello {{ name }}' },
      ['error merge-unknown subject'],
    ],
    [
      'the preheader has an open tag',
      { preheader: 'Hello {{ name' },
      ['error merge-unclosed preheader'],
    ],
    ['the body is missing', { blocks: null }, ['error body-empty body']],
    ['the body is blank', { blocks: [paragraph(' '), paragraph('')] }, ['error body-empty body']],
    [
      'the body is no blocks',
      { blocks: '<p>x</p>' },
      ['error not-blocks body', 'error body-empty body'],
    ],
    [
      'a picture has no words',
      { blocks: [picture('/a.png', { alternativeText: '' })] },
      ['warning image-no-alt body.1'],
    ],
    [
      'a picture is not frozen',
      { blocks: [picture('/a.png')], frozenUrlOf: () => undefined },
      ['error image-not-frozen body'],
    ],
    [
      'a link is refused',
      { blocks: [paragraph(link('javascript:x', 'a'))] },
      ['error link-refused body.1'],
    ],
    [
      'From is not one address',
      { from: { name: 'A', address: 'a@example.com, b@example.com' } },
      ['error from-invalid from'],
    ],
    [
      'Reply-To is a header more',
      { replyTo: 'a@example.com\r\nBcc: b@example.com' },
      ['error reply-to-invalid reply-to'],
    ],
    ['the list has no id', { listId: '' }, ['error list-id-invalid list']],
    [
      'nobody says who writes',
      { identity: { name: '', postalAddress: '\n ', contact: '', reason: {} } },
      Array.from({ length: 4 }, () => 'error identity-incomplete identity'),
    ],
  ])('tells when %s', (_, change, problems) => {
    expect(problemsOf(change)).toEqual(problems);
  });

  it('quotes the words in question, shortened, but never an address', () => {
    const { problems } = prepareMessage(
      aSource({ preheader: `{{ ${'x'.repeat(300)} }}`, replyTo: 'secret' }),
    );
    expect(problems.map(({ text }) => text)).toEqual([`{{ ${'x'.repeat(76)}…`, '']);
  });
});
