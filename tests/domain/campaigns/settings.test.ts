import { parseIdentity } from '../../../server/src/domain/campaigns/identity';
import { listIdOf } from '../../../server/src/domain/campaigns/list-id';
import { parseSenders } from '../../../server/src/domain/campaigns/senders';
import type { Setting } from '../../../server/src/domain/campaigns/setting';

const SENDER = { id: 'gazette', name: 'Gazette', address: 'news@example.com' };
const IDENTITY = {
  name: 'Gazette',
  postalAddress: '1 Main Street\r\nSpringfield',
  contact: 'contact@example.com',
  reason: { ja: 'ご登録', en: 'You signed up.' },
};

const placesOf = (parsed: Setting<unknown>): string[] =>
  parsed.ok ? [] : parsed.complaints.map(({ place }) => place);

describe('the senders', () => {
  it('are none until somebody sets them', () => {
    expect(parseSenders(null)).toEqual({ ok: true, value: [] });
  });

  it('send from their own domain unless told otherwise', () => {
    expect(parseSenders([{ ...SENDER, address: 'news@exämple.com' }])).toEqual({
      ok: true,
      value: [
        {
          id: 'gazette',
          name: 'Gazette',
          address: 'news@xn--exmple-cua.com',
          replyTo: null,
          returnPathDomain: 'xn--exmple-cua.com',
        },
      ],
    });
    const other = {
      ...SENDER,
      replyTo: 'reply@example.com',
      returnPathDomain: 'Bounce.example.com',
    };
    expect(parseSenders([other])).toMatchObject({
      value: [{ replyTo: 'reply@example.com', returnPathDomain: 'bounce.example.com' }],
    });
  });

  it('come back the same when they were kept', () => {
    const once = parseSenders([SENDER]);
    expect(once.ok && parseSenders(once.value)).toEqual(once);
  });

  it.each([
    ['a list', 'x', 'senders'],
    ['an id', [{ ...SENDER, id: 'No Spaces' }], 'senders[0].id'],
    ['a name', [{ ...SENDER, name: ' ' }], 'senders[0].name'],
    ['an address', [{ ...SENDER, address: 'nobody' }], 'senders[0].address'],
    ['one address', [{ ...SENDER, address: 'a@example.com, b@example.com' }], 'senders[0].address'],
    [
      'no second header',
      [{ ...SENDER, address: 'a@example.com\r\nBcc: b@example.com' }],
      'senders[0].address',
    ],
    ['a reply address', [{ ...SENDER, replyTo: 'nobody' }], 'senders[0].replyTo'],
    ['a domain', [{ ...SENDER, returnPathDomain: 'a b' }], 'senders[0].returnPathDomain'],
    ['an id of its own', [SENDER, { ...SENDER, name: 'Other' }], 'senders[1].id'],
  ])('need %s', (_, raw, place) => {
    expect(placesOf(parseSenders(raw))).toEqual([place]);
  });

  it('are told all complaints together, none with an address in it', () => {
    const parsed = parseSenders([{ id: '?', name: '', address: 'secret@', replyTo: 'secret@' }, 5]);
    expect(placesOf(parsed)).toEqual([
      'senders[0].id',
      'senders[0].name',
      'senders[0].address',
      'senders[0].replyTo',
      'senders[1].id',
      'senders[1].name',
      'senders[1].address',
    ]);
    expect(JSON.stringify(parsed)).not.toContain('secret');
  });

  it('have names without line breaks', () => {
    expect(parseSenders([{ ...SENDER, name: 'a\r\nBcc: b' }])).toMatchObject({
      value: [{ name: 'a Bcc: b' }],
    });
  });
});

describe('the identity', () => {
  it('is nothing until somebody sets it', () => {
    expect(parseIdentity(undefined)).toEqual({ ok: true, value: null });
  });

  it('keeps its languages in their order: the first is the fallback', () => {
    const parsed = parseIdentity(IDENTITY);
    expect(parsed).toMatchObject({ value: { postalAddress: '1 Main Street\nSpringfield' } });
    expect(parsed.ok && Object.keys(parsed.value?.reason ?? {})).toEqual(['ja', 'en']);
  });

  it.each([
    [{ name: '' }, 'identity.name'],
    [{ postalAddress: ' \n ' }, 'identity.postalAddress'],
    [{ contact: 5 }, 'identity.contact'],
    [{ contact: 'x'.repeat(501) }, 'identity.contact'],
    [{ reason: {} }, 'identity.reason'],
    [{ reason: 'You signed up.' }, 'identity.reason'],
    [{ reason: { en: '' } }, 'identity.reason.en'],
    [{ reason: { 'not a locale': 'x' } }, 'identity.reason.?'],
  ])('is not complete with %j', (change, place) => {
    expect(placesOf(parseIdentity({ ...IDENTITY, ...change }))).toEqual([place]);
  });

  it('is told all complaints together', () => {
    expect(placesOf(parseIdentity('x'))).toHaveLength(4);
  });
});

describe('the List-Id', () => {
  it('is the list below the host, without port', () => {
    expect(listIdOf('newsletter', 'https://cms.example.com:8443')).toBe(
      'newsletter.cms.example.com',
    );
  });
});
