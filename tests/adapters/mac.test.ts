import { createHmac, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { createMac } from '../../server/src/adapters/keys/mac';

describe('a text under a key', () => {
  const key = randomBytes(32);
  const mac = createMac(key);
  const plain = (payload: string, under = key) => createHmac('sha256', under).update(payload);

  it('is the one of RFC 4231', () => {
    expect(createMac(Buffer.from('Jefe'))('what do ya want for nothing?', 'hex')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });

  it('is what Node makes of it, whatever its letters', () => {
    const texts = fc.string({ unit: 'binary', maxLength: 300 });
    fc.assert(
      fc.property(texts, (text) => {
        expect(mac(text, 'hex')).toBe(plain(text).digest('hex'));
        expect(mac(text, 'base64url')).toBe(plain(text).digest('base64url'));
      }),
    );
    expect(mac('half \ud800 a letter', 'hex')).toBe(plain('half \ud800 a letter').digest('hex'));
  });

  it('is what Node makes of it, however long it is', () => {
    for (const length of [0, 1, 63, 64, 65, 1364, 1365, 1366, 4096, 4097, 100_000]) {
      for (const letter of ['a', 'ä', '€']) {
        const text = letter.repeat(length);
        expect(mac(text, 'hex')).toBe(plain(text).digest('hex'));
      }
    }
  });

  it('is what Node makes of it, however long the key is', () => {
    for (const bytes of [1, 64, 65, 200]) {
      const long = randomBytes(bytes);
      expect(createMac(long)('text', 'hex')).toBe(plain('text', long).digest('hex'));
    }
  });
});
