import { parseAddress } from '../../../server/src/domain/access/address';
import { networkOf } from '../../../server/src/domain/access/network';

describe('whose network an address is of', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:0001:2::1', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:db8:1::', '2001:db8:1:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['nowhere', 'unknown'],
  ])('%s → %s', (text, network) => {
    expect(networkOf(parseAddress(text)?.text ?? null)).toBe(network);
  });
});
