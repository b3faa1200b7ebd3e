import fc from 'fast-check';
import { base32, newId } from '../../server/src/domain/ids';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const tenBytes = fc.uint8Array({ minLength: 10, maxLength: 10 });
const time = fc.nat({ max: 2 ** 47 });

/** The number that stands in the characters. */
const numberIn = (text: string): bigint =>
  [...text].reduce((value, one) => value * 32n + BigInt(ALPHABET.indexOf(one)), 0n);

describe('bytes in base 32', () => {
  it('are the number they were, in as few characters as hold all their bits', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const text = base32(bytes);
        expect(text).toHaveLength(Math.ceil((bytes.length * 8) / 5));
        expect(numberIn(text)).toBe(BigInt(`0x0${Buffer.from(bytes).toString('hex')}`));
      }),
    );
  });
});

describe('an id', () => {
  it('holds its time and its chance', () => {
    fc.assert(
      fc.property(time, tenBytes, (now, chance) => {
        const id = newId(now, chance);
        expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/);
        expect(numberIn(id.slice(0, 10))).toBe(BigInt(now));
        expect(id.slice(10)).toBe(base32(chance));
      }),
    );
  });

  it('sorts behind every one made before', () => {
    fc.assert(
      fc.property(time, fc.integer({ min: 1, max: 1e9 }), tenBytes, (now, later, chance) => {
        expect(newId(now, chance) < newId(now + later, chance)).toBe(true);
      }),
    );
  });

  it('takes ten bytes of chance, no more and no fewer', () => {
    expect(() => newId(0, new Uint8Array(9))).toThrow('an id takes 10 random bytes, got 9');
  });
});
