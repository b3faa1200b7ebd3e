import { readConfig } from '../../../server/src/config/validate';

const complaintsOf = (allowList: unknown): string[] => {
  try {
    readConfig({ allowList });
  } catch (error) {
    return String((error as Error).message).split('\n');
  }
  return [];
};

it('is empty, believes what Strapi counts and forgets nothing, unless told otherwise', () => {
  expect(readConfig({}).allowList).toEqual({
    ...{ lines: [], trustedProxyHops: null, ignoreSaved: false },
  });
});

it('takes lines with and without a label', () => {
  const labelled = { address: '2001:DB8::/32', label: 'Office', scope: 'personal-data' };
  expect(
    readConfig({ allowList: { lines: ['::ffff:192.0.2.7', labelled] } }).allowList.lines,
  ).toEqual([
    { address: '192.0.2.7', label: '', scope: 'everything' },
    { ...labelled, address: '2001:db8::/32' },
  ]);
});

it('says all that is wrong with it at once', () => {
  const expected = 'an IP address or a range, e.g. 192.0.2.0/24 or 2001:db8::/32';
  expect(
    complaintsOf({
      lines: ['192.0.2.300', { address: 'here', label: 'x' }, 7],
      trustedProxyHops: -1,
      ignoreSaved: 'yes',
      allow: [],
    }),
  ).toEqual([
    `allowList.lines[0] must be ${expected}, or { address, label, scope }, got "192.0.2.300"`,
    `allowList.lines[1].address must be ${expected}, got "here"`,
    `allowList.lines[2] must be ${expected}, or { address, label, scope }, got 7`,
    'allowList.trustedProxyHops must be a whole number from 0 to 10, got -1',
    'allowList.ignoreSaved must be true or false, got "yes"',
    'allowList.allow: no such setting',
  ]);
});
