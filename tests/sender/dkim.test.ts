import { createPrivateKey } from 'node:crypto';
import DKIM from 'nodemailer/lib/dkim';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import type { DkimKey } from '../../server/src/domain/messages/dkim/key';
import { compileMime } from '../../server/src/domain/messages/mime/compile';
import type { MimePiece, SlotValues } from '../../server/src/domain/messages/message';
import { createStamp } from '../../server/src/sender/dkim';
import { signed as signedMake } from '../../server/src/sender/signed';
import { anEd25519Key, anRsaKey, zoneOf } from '../support/dkim';
import { verifyDkim, type Zone } from '../support/dkim-verifier';
import { aMimeSource, bytesOf, headerLines } from '../support/messageBytes';
import { someValues } from '../support/messages';
import { aMessage } from '../support/sending';
import { RFC_8463_MESSAGE, RFC_8463_SEED, RFC_8463_ZONE } from '../support/rfc8463';

const AT = Date.UTC(2026, 5, 2, 9);
const RETURN_PATH = 'b-1@bounce.example.org';

/** As the relay puts it down: the final dot gone, and the dots that were doubled. */
async function sent(
  mime: readonly MimePiece[],
  values: SlotValues,
  ...keys: readonly DkimKey[]
): Promise<string> {
  const stamp = createStamp(keys, () => AT) ?? (() => Promise.resolve(''));
  const message = { ...aMessage('1'), values, envelopeFrom: RETURN_PATH };
  const { parts } = await signedMake(mime, stamp)(message);
  const wire = parts.map((part) => part.toString('latin1')).join('');
  expect(wire.endsWith('\r\n.\r\n')).toBe(true);
  return wire.slice(0, -'.\r\n'.length).replace(/^\./gm, '');
}

const signed = (message: string, ...keys: readonly DkimKey[]): Promise<string> =>
  sent([message], {}, ...keys);

const faults = (message: string, zone: Zone) => verifyDkim(message, zone).map(({ fault }) => fault);

/** White space and line ends in every order, and what a header or a body may hold besides. */
const oddly = fc
  .array(
    fc.oneof(
      fc.constantFrom(' ', '\t', '  ', '\r\n', '\r\n\r\n', ' \r\n', '.', '..', 'x', '=', ':', ';'),
      fc.string({ unit: 'grapheme-ascii' }),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''));

const anything = fc
  .array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('日本語', ' ', '\t', '\n')))
  .map((parts) => parts.join(''));

describe('a signature', () => {
  it.each([
    ['RSA', anRsaKey()],
    ['Ed25519', anEd25519Key()],
  ])('with %s is believed, whatever was written and to whomever', async (_, key) => {
    const NAME = { slot: 'subscriber.name', fallback: '' } as const;
    await fc.assert(
      fc.asyncProperty(anything, anything, anything, async (subject, name, text) => {
        const pieces = [text, NAME, text];
        const source = { subject: [subject, NAME], html: pieces, text: pieces, listName: name };
        const mime = compileMime(aMimeSource(source));
        const values = someValues({ 'subscriber.name': name });
        expect(faults(await sent(mime, values, key), zoneOf(key))).toEqual([null]);
      }),
      { numRuns: 40 },
    );
  });

  it('is believed on a body of any white space, and on none', async () => {
    const key = anEd25519Key();
    await fc.assert(
      fc.asyncProperty(oddly, async (body) => {
        const message = `From: <a@example.com>\r\nSubject:\tx  y\r\n z \r\n\r\n${body}`;
        expect(faults(await signed(message, key), zoneOf(key))).toEqual([null]);
      }),
    );
    const bare = 'From: <a@example.com>\r\nSubject: x\r\n';
    expect(faults(await signed(bare, key), zoneOf(key))).toEqual([null]);
  });

  it('has the body hash that nodemailer finds', async () => {
    const { domain, selector, privateKey } = anRsaKey();
    const dkim = new DKIM({ domainName: domain, keySelector: selector, privateKey });
    const message = bytesOf({ text: ['a  b\t c \n\n\n'] });
    const theirs = (await buffer(dkim.sign(message))).toString('latin1');
    const bodyHash = (text: string) => /bh=([^;]+);/.exec(text)?.[1];
    expect(bodyHash(await signed(message, anRsaKey()))).toBe(bodyHash(theirs));
  });

  it('leaves the message as it was, byte for byte, and stands in front of it', async () => {
    const message = bytesOf({ subject: ['お知らせ'] });
    const sent = await signed(message, anRsaKey());
    expect(sent.endsWith(`\r\n${message}`)).toBe(true);
    expect(headerLines(sent)[0]).toMatch(/^DKIM-Signature: v=1; /);
    expect(headerLines(sent)).toHaveLength(headerLines(message).length + 1);
    const lines = sent.slice(0, -message.length).split('\r\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(78);
  });

  it('covers one-click unsubscribing, and lets nobody add another author or subject', async () => {
    const message = bytesOf();
    const [{ names } = { names: [] }] = verifyDkim(
      await signed(message, anRsaKey()),
      zoneOf(anRsaKey()),
    );
    expect(names).toEqual(expect.arrayContaining(['list-unsubscribe', 'list-unsubscribe-post']));
    for (const added of ['From: <x@example.net>', 'To: <x@example.net>', 'Subject: x']) {
      const sent = await signed(message, anRsaKey());
      expect(faults(`${added}\r\n${sent}`, zoneOf(anRsaKey()))).toEqual(['signature']);
    }
  });

  it.each([
    ['a reply address', 'List-Id:', 'Reply-To: <x@example.net>\r\nList-Id:', 'signature'],
    ['the way out', 'One-Click', 'Two-Clicks', 'signature'],
    ['the text', 'Hello', 'Hullo', 'body'],
  ])('is broken by who changes %s on the way', async (_, before, after, fault) => {
    const sent = await signed(bytesOf(), anRsaKey());
    expect(faults(sent.replace(before, after), zoneOf(anRsaKey()))).toEqual([fault]);
  });

  it('is made with each key of the domain', async () => {
    const keys = [anEd25519Key(), anRsaKey()];
    const sent = await signed(bytesOf(), ...keys);
    expect(verifyDkim(sent, zoneOf(...keys))).toMatchObject([
      { algorithm: 'ed25519-sha256', fault: null },
      { algorithm: 'rsa-sha256', fault: null },
    ]);
  });

  it('with the key of RFC 8463 is believed under the record of RFC 8463', async () => {
    const seed = Buffer.from(RFC_8463_SEED, 'base64');
    const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
    const pem = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
      .export({ type: 'pkcs8', format: 'pem' })
      .toString();
    const key = { domain: 'football.example.com', selector: 'brisbane', privateKey: pem };
    const message = RFC_8463_MESSAGE.slice(RFC_8463_MESSAGE.indexOf('From:'));
    expect(zoneOf(key)).toEqual({
      'brisbane._domainkey.football.example.com':
        RFC_8463_ZONE['brisbane._domainkey.football.example.com'],
    });
    expect(faults(await signed(message, key), RFC_8463_ZONE)).toEqual([null]);
  });
});

describe('which key signs', () => {
  const domains = async (...keys: readonly DkimKey[]) =>
    verifyDkim(await signed(bytesOf(), ...keys), zoneOf(...keys)).map(({ domain }) => domain);

  it.each([
    ['that of the From domain', ['bounce.example.org', 'example.com'], ['example.com']],
    ['else that of the return-path', ['bounce.example.org', 'x.org'], ['bounce.example.org']],
    ['else none', ['x.org', 'www.example.com', 'com'], []],
  ])('%s', async (_, owned, chosen) => {
    const keys = owned.map((domain) => anEd25519Key({ domain }));
    expect(await domains(...keys)).toEqual(chosen);
  });
});
