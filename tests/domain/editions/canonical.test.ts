import * as fc from 'fast-check';
import { canonicalJson } from '../../../server/src/domain/editions/canonical';

describe('canonical JSON', () => {
  it('says the same whatever order the keys were written in', () => {
    expect(canonicalJson({ b: [1, { d: 2, c: 3 }], a: null })).toBe(
      canonicalJson({ a: null, b: [1, { c: 3, d: 2 }] }),
    );
  });

  it('is written without spaces, its keys in code-unit order', () => {
    expect(canonicalJson({ é: true, b: 'x', a: 1, A: 0 })).toBe('{"A":0,"a":1,"b":"x","é":true}');
  });

  it('leaves an undefined property out, as a database would', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  it.each([[[undefined]], [Number.NaN], [Infinity], [() => 1], [10n], [undefined]])(
    'refuses what JSON cannot say: %p',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    },
  );

  it('writes a lone surrogate so that every database gives it back', () => {
    expect(canonicalJson('\ud800')).toBe('"\\ud800"');
  });

  it('is the same again after a database kept it as text', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('differs when the values differ', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const same = canonicalJson(a) === canonicalJson(b);
        expect(same).toBe(isDeepSame(a, b));
      }),
    );
  });
});

function isDeepSame(a: unknown, b: unknown): boolean {
  try {
    expect(JSON.parse(JSON.stringify(a))).toEqual(JSON.parse(JSON.stringify(b)));
    return true;
  } catch {
    return false;
  }
}
