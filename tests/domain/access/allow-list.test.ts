import { parseRange, rangeText } from '../../../server/src/domain/access/address';
import type { Line, Scope } from '../../../server/src/domain/access/allow-list';
import { clientAddress } from '../../../server/src/domain/access/client-address';
import { openGate } from '../../../server/src/domain/access/gate';

const PROXY = '10.0.0.2';
const FRONT = '10.0.0.1';
const OFFICE = '192.0.2.7';
const HOME = '203.0.113.9';

const line = (address: string, scope: Scope = 'everything'): Line => {
  const range = parseRange(address);
  if (!range) throw new Error(`${address} is no range`);
  return { address: rangeText(range), label: 'Here', scope };
};
const list = (...addresses: string[]): readonly Line[] => addresses.map((one) => line(one));

/** Lets in? The socket's other end, the header, how many proxies are ours, the list. */
type Row = readonly [
  situation: string,
  isIn: boolean,
  socket: string | undefined,
  forwardedFor: string | undefined,
  hops: number,
  lines: readonly Line[],
];

const NO_PROXY: readonly Row[] = [
  ['the list is empty', true, HOME, undefined, 0, []],
  ['the list is empty and nobody knows where it comes from', true, undefined, undefined, 0, []],
  ['the address is on the list', true, OFFICE, undefined, 0, list(OFFICE)],
  ['it is the second one of the list', true, HOME, undefined, 0, list(OFFICE, HOME)],
  ['it is not on the list', false, HOME, undefined, 0, list(OFFICE)],
  ['nobody knows where it comes from', false, undefined, undefined, 0, list(OFFICE)],
  ['the header says the office', false, HOME, OFFICE, 0, list(OFFICE)],
  ['the header says the office, many times', false, HOME, `${OFFICE}, ${OFFICE}`, 0, list(OFFICE)],
  ['the header says home and the socket the office', true, OFFICE, HOME, 0, list(OFFICE)],
  ['it is the loopback', true, '127.0.0.1', undefined, 0, list('127.0.0.0/8')],
  ['an address only begins like one of the list', false, '192.0.2.71', undefined, 0, list(OFFICE)],
  ['an address only ends like one of the list', false, '110.0.0.1', undefined, 0, list('10.0.0.1')],
];

const PROXIES: readonly Row[] = [
  ['one proxy, and it was asked by the office', true, PROXY, OFFICE, 1, list(OFFICE)],
  ['one proxy, asked from home', false, PROXY, HOME, 1, list(OFFICE)],
  [
    'one proxy, and home wrote the office first',
    false,
    PROXY,
    `${OFFICE}, ${HOME}`,
    1,
    list(OFFICE),
  ],
  [
    'one proxy, and the office wrote home first',
    true,
    PROXY,
    `${HOME}, ${OFFICE}`,
    1,
    list(OFFICE),
  ],
  ['one proxy, and no header: it did not come through it', false, HOME, undefined, 1, list(HOME)],
  ['one proxy, and an empty header', false, HOME, '', 1, list(HOME)],
  ['one proxy, and only itself on the list', false, PROXY, HOME, 1, list(PROXY)],
  ['two proxies, asked by the office', true, PROXY, `${OFFICE}, ${FRONT}`, 2, list(OFFICE)],
  ['two proxies, asked from home', false, PROXY, `${HOME}, ${FRONT}`, 2, list(OFFICE)],
  [
    'two, and home wrote the office first',
    false,
    PROXY,
    `${OFFICE}, ${HOME}, ${FRONT}`,
    2,
    list(OFFICE),
  ],
  ['two, and it came past only one', false, PROXY, OFFICE, 2, list(OFFICE)],
  [
    'two proxies, counted as one: the front one asks',
    false,
    PROXY,
    `${OFFICE}, ${FRONT}`,
    1,
    list(OFFICE),
  ],
  ['no spaces in the header', true, PROXY, `${HOME},${OFFICE}`, 1, list(OFFICE)],
  ['many spaces in the header', true, PROXY, ` ${HOME} ,   ${OFFICE}  `, 1, list(OFFICE)],
  ['the proxy writes the port too', true, PROXY, `${OFFICE}:51234`, 1, list(OFFICE)],
  [
    'a v6 address in brackets with its port',
    true,
    PROXY,
    '[2001:db8::7]:51234',
    1,
    list('2001:db8::7'),
  ],
  ['a v6 address in brackets', true, PROXY, '[2001:db8::7]', 1, list('2001:db8::7')],
  ['what stands there is no address', false, PROXY, 'unknown', 1, list('0.0.0.0/0', '::/0')],
  ['what stands there is a name', false, PROXY, 'office.example', 1, list('0.0.0.0/0')],
  ['what stands there is nothing', false, PROXY, `${OFFICE},`, 1, list(OFFICE)],
  ['an octal spelling', false, PROXY, '0300.0.2.7', 1, list(OFFICE)],
  ['a decimal spelling', false, PROXY, '3221225991', 1, list(OFFICE)],
];

const RANGES: readonly Row[] = [
  ['the first address of a range', true, '192.0.2.0', undefined, 0, list('192.0.2.0/24')],
  ['the last address of a range', true, '192.0.2.255', undefined, 0, list('192.0.2.0/24')],
  ['the one before a range', false, '192.0.1.255', undefined, 0, list('192.0.2.0/24')],
  ['the one after a range', false, '192.0.3.0', undefined, 0, list('192.0.2.0/24')],
  ['a range that does not end at a dot', true, '192.0.2.15', undefined, 0, list('192.0.2.8/29')],
  ['one past such a range', false, '192.0.2.16', undefined, 0, list('192.0.2.8/29')],
  ['a range of one', true, OFFICE, undefined, 0, list(`${OFFICE}/32`)],
  ['beside a range of one', false, '192.0.2.8', undefined, 0, list(`${OFFICE}/32`)],
  ['a range of two', true, '192.0.2.7', undefined, 0, list('192.0.2.6/31')],
  ['every IPv4 address', true, HOME, undefined, 0, list('0.0.0.0/0')],
  [
    'a range written with an address in its middle',
    true,
    '192.0.2.1',
    undefined,
    0,
    list('192.0.2.77/24'),
  ],
];

const V6: readonly Row[] = [
  ['an IPv6 address', true, '2001:db8::7', undefined, 0, list('2001:db8::7')],
  [
    'another spelling of it on the list',
    true,
    '2001:db8::7',
    undefined,
    0,
    list('2001:0DB8:0:0::0007'),
  ],
  ['another spelling of it in the header', true, PROXY, '2001:0DB8::0:7', 1, list('2001:db8::7')],
  ['in an IPv6 range', true, '2001:db8:ffff:ffff::1', undefined, 0, list('2001:db8::/32')],
  ['past an IPv6 range', false, '2001:db9::', undefined, 0, list('2001:db8::/32')],
  ['the last of an odd IPv6 range', true, '2001:db8:7fff::1', undefined, 0, list('2001:db8::/33')],
  ['past an odd IPv6 range', false, '2001:db8:8000::', undefined, 0, list('2001:db8::/33')],
  ['the IPv6 loopback', true, '::1', undefined, 0, list('::1')],
  ['a link-local address with its zone', true, 'fe80::1%eth0', undefined, 0, list('fe80::/10')],
  ['every IPv6 address, asked from IPv4', false, HOME, undefined, 0, list('::/0')],
  ['every IPv4 address, asked from IPv6', false, '2001:db8::7', undefined, 0, list('0.0.0.0/0')],
];

const MAPPED: readonly Row[] = [
  ['an IPv4 address mapped by the socket', true, `::ffff:${OFFICE}`, undefined, 0, list(OFFICE)],
  ['one mapped in hexadecimal', true, '::ffff:c000:207', undefined, 0, list(OFFICE)],
  [
    'one mapped in capitals and in full',
    true,
    '0:0:0:0:0:FFFF:C000:0207',
    undefined,
    0,
    list(OFFICE),
  ],
  ['one mapped in the header', true, PROXY, `::ffff:${OFFICE}`, 1, list('192.0.2.0/24')],
  ['another one mapped', false, `::ffff:${HOME}`, undefined, 0, list(OFFICE)],
  ['a mapped one on the list', true, OFFICE, undefined, 0, list(`::ffff:${OFFICE}`)],
  ['a mapped range on the list', true, OFFICE, undefined, 0, list('::ffff:192.0.2.0/120')],
  ['past a mapped range', false, '192.0.3.0', undefined, 0, list('::ffff:192.0.2.0/120')],
  ['one that only looks mapped', false, `::${OFFICE}`, undefined, 0, list(OFFICE)],
];

const BOTH = [line('192.0.2.0/24'), line(OFFICE, 'personal-data')];

it('has a table of at least forty cases', () => {
  const all = [...NO_PROXY, ...PROXIES, ...RANGES, ...V6, ...MAPPED];
  expect(all.length).toBeGreaterThanOrEqual(40);
});

describe.each([
  ['without a proxy', NO_PROXY],
  ['behind proxies', PROXIES],
  ['with ranges', RANGES],
  ['with IPv6', V6],
  ['with mapped addresses', MAPPED],
])('the allow-list %s', (_part, rows) => {
  it.each(rows)('when %s: lets in? %s', (_situation, isIn, socket, forwardedFor, hops, lines) => {
    const address = clientAddress({ socket, forwardedFor }, hops);
    expect(openGate(lines).isAllowed(address, 'everything')).toBe(isIn);
  });
});

describe('the scopes', () => {
  const asked = (from: string, scope: Scope, lines: readonly Line[] = BOTH) =>
    openGate(lines).isAllowed(clientAddress({ socket: from, forwardedFor: undefined }, 0), scope);

  it('let personal data be read only from where both lists let in', () => {
    expect(asked(OFFICE, 'everything')).toBe(true);
    expect(asked(OFFICE, 'personal-data')).toBe(true);
    expect(asked('192.0.2.8', 'everything')).toBe(true);
    expect(asked('192.0.2.8', 'personal-data')).toBe(false);
    expect(asked(HOME, 'personal-data', [line(OFFICE), line(HOME, 'personal-data')])).toBe(false);
  });

  it('guard personal data alone, and nothing else', () => {
    const onlyData = [line(OFFICE, 'personal-data')];
    expect(asked(HOME, 'everything', onlyData)).toBe(true);
    expect(asked(HOME, 'personal-data', onlyData)).toBe(false);
    expect(asked(OFFICE, 'personal-data', onlyData)).toBe(true);
  });

  it('guard personal data with the list for everything, where it has none of its own', () => {
    expect(asked(HOME, 'personal-data', list(OFFICE))).toBe(false);
    expect(asked(OFFICE, 'personal-data', list(OFFICE))).toBe(true);
  });
});

describe('a verdict', () => {
  const of = (from: string | undefined, scope: Scope, lines: readonly Line[] = BOTH) =>
    openGate(lines).verdict(clientAddress({ socket: from, forwardedFor: undefined }, 0), scope);

  it('names the line that lets in, or says that no line guards this', () => {
    expect(of('192.0.2.8', 'everything')).toMatchObject({ by: { address: '192.0.2.0/24' } });
    expect(of(OFFICE, 'personal-data')).toMatchObject({ by: { address: OFFICE } });
    expect(of(HOME, 'everything', [])).toEqual({ isAllowed: true, by: null });
  });

  it('names the list that refuses, or says that there is no address', () => {
    const refused = { isAllowed: false, because: 'not-listed' };
    expect(of(HOME, 'personal-data')).toEqual({ ...refused, scope: 'everything' });
    expect(of('192.0.2.8', 'personal-data')).toEqual({ ...refused, scope: 'personal-data' });
    expect(of(undefined, 'everything')).toMatchObject({ because: 'no-address' });
  });
});
