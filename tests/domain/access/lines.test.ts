import { parseRange, rangeText } from '../../../server/src/domain/access/address';
import { MAX_LINES, parseLines } from '../../../server/src/domain/access/allow-list';
import { proxyTrust } from '../../../server/src/domain/access/client-address';
import {
  isSameList,
  readProposal,
  readSaved,
  withAuthors,
} from '../../../server/src/domain/access/saved-list';

const read = (text: string): string | null => {
  const range = parseRange(text);
  return range && rangeText(range);
};

it.each([
  [' 192.0.2.7 ', '192.0.2.7'],
  ['192.0.2.7/32', '192.0.2.7'],
  ['192.0.2.0/24', '192.0.2.0/24'],
  ['2001:0DB8::/32', '2001:db8::/32'],
  ['2001:db8::1/128', '2001:db8::1'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.0/120', '192.0.2.0/24'],
  ['0.0.0.0/0', '0.0.0.0/0'],
])('reads %s as %s', (text, canonical) => expect(read(text)).toBe(canonical));

it.each([
  ...['', 'office', '192.0.2', '192.0.2.256', '192.0.2.0/33', '192.0.2.0/-1', '192.0.2.0/'],
  ...['192.0.2.0/08', '192.0.2.0/24/24', '192.0.2.0/255.255.255.0', '192.0.2.1-9', '192.0.2.*'],
  ...['2001:db8::/129', ':::', 'fe80::1%eth0', '::ffff:192.0.2.0/64', '[::1]', '192.0.2.7:80'],
])('does not read %p', (text) => expect(read(text)).toBeNull());

describe('lines somebody wrote', () => {
  it('get one spelling, and guard everything unless they say otherwise', () => {
    expect(parseLines([{ address: ' 2001:DB8::/32', label: ' Office \n' }])).toEqual({
      ok: true,
      value: [{ address: '2001:db8::/32', label: 'Office', scope: 'everything' }],
    });
  });

  it('are refused with all complaints at once', () => {
    const answer = parseLines([
      { address: 'here', label: '', scope: 'some' },
      { address: '192.0.2.7', label: 'A', scope: 'everything' },
      { address: '192.0.2.7/32', label: 'B' },
    ]);
    const places = answer.ok ? [] : answer.complaints.map(({ place }) => place);
    expect(places).toEqual([
      ...['lines[0].address', 'lines[0].label', 'lines[0].scope'],
      'lines[2].address',
    ]);
  });

  it('may name an address once for each scope', () => {
    const both = ['everything', 'personal-data'].map((scope) => ({
      ...{ address: '192.0.2.7', label: 'A', scope },
    }));
    expect(parseLines(both)).toMatchObject({ ok: true });
  });

  it('are not too many, and a list', () => {
    const many = Array.from({ length: MAX_LINES + 1 }, (_, n) => ({
      address: `10.0.${n >> 8}.${n & 255}`,
      label: 'A',
    }));
    for (const wrong of [many, 'all', {}, null]) expect(parseLines(wrong).ok).toBe(false);
  });
});

describe('the saved list', () => {
  const line = { address: '192.0.2.7', label: 'A', scope: 'everything' } as const;
  const saved = { ...line, addedBy: 'ann', addedAt: 1 };

  it('keeps who added a line first, whatever its label is now', () => {
    const other = { ...line, address: '192.0.2.8' };
    expect(withAuthors([{ ...line, label: 'B' }, other], [saved], { by: 'bob', at: 2 })).toEqual([
      { ...saved, label: 'B' },
      { ...other, addedBy: 'bob', addedAt: 2 },
    ]);
  });

  it('is the same in any order, and another with another label', () => {
    const other = { ...line, address: '192.0.2.8' };
    expect(isSameList([line, other], [other, line])).toBe(true);
    expect(isSameList([line], [{ ...line, label: 'B' }])).toBe(false);
  });

  it('is read as it was stored, and is none at all where nothing was', () => {
    expect(readSaved([saved])).toEqual([saved]);
    expect(readSaved(null)).toEqual([]);
  });

  it.each(['text', {}, [{ address: 'x' }], [null], 7])('is unreadable as %p', (stored) => {
    expect(readSaved(stored)).toBeNull();
  });

  it('has no proposal where one cannot be read', () => {
    const proposal = { id: 'p1', by: 'ann', at: 1, lines: [saved] };
    expect(readProposal(proposal)).toEqual(proposal);
    for (const wrong of [null, 'x', { ...proposal, by: 1 }, { ...proposal, lines: 'x' }]) {
      expect(readProposal(wrong)).toBeNull();
    }
  });
});

describe('how many proxies are believed', () => {
  const strapi = { koa: true, ipHeader: 'X-Forwarded-For', maxIpsCount: 2 };

  it.each([
    ['the configuration says one', 1, strapi, 1, false],
    ['the configuration says none', 0, strapi, 0, false],
    ['Strapi counts two', null, strapi, 2, false],
    ['Strapi stands alone', null, { ...strapi, koa: false }, 0, false],
    ['Strapi takes what the client wrote', null, { ...strapi, maxIpsCount: 0 }, 0, true],
    ['Strapi reads another header', null, { ...strapi, ipHeader: 'X-Real-IP' }, 0, true],
    ['it is told the number instead', 2, { ...strapi, maxIpsCount: 0 }, 2, false],
  ])('when %s', (_situation, configured, settings, hops, isForgeable) => {
    expect(proxyTrust(configured, settings)).toEqual({ hops, isForgeable });
  });
});
