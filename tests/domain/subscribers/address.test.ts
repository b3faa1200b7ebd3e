import fc from 'fast-check';
import { normaliseAddress } from '../../../server/src/domain/subscribers/address';

const normalised = (raw: string | null): string => {
  const result = normaliseAddress(raw);
  return result.ok ? result.value.normalised : result.reason;
};

describe('an address', () => {
  it.each([
    ['plain', 'ann@example.com', 'ann@example.com'],
    ['with outer spaces', '  ann@example.com\t\n', 'ann@example.com'],
    ['with an ideographic space', '\u3000ann@example.com\u00a0', 'ann@example.com'],
    ['in capitals', 'Ann@EXAMPLE.Com', 'ann@example.com'],
    ['tagged', 'ann+news@example.com', 'ann+news@example.com'],
    ['of an IDN domain', 'ann@münchen.example', 'ann@xn--mnchen-3ya.example'],
    ['of a decomposed IDN domain', 'ann@mu\u0308nchen.example', 'ann@xn--mnchen-3ya.example'],
    ['of an IDN domain in capitals', 'ann@MÜNCHEN.example', 'ann@xn--mnchen-3ya.example'],
    ['of an IDN domain in ASCII', 'ann@xn--mnchen-3ya.example', 'ann@xn--mnchen-3ya.example'],
    ['of a Japanese domain', 'ann@日本語。jp', 'ann@xn--wgv71a119e.jp'],
    [
      'with 64 octets before the @',
      `${'a'.repeat(64)}@example.com`,
      `${'a'.repeat(64)}@example.com`,
    ],
  ])('is known in one form when it is %s', (_, raw, expected) => {
    expect(normalised(raw)).toBe(expected);
  });

  it.each([[null], [''], ['   '], ['\u3000\ufeff']])('is missing in %j', (raw) => {
    expect(normalised(raw)).toBe('no-address');
  });

  it.each([
    ['nothing before the @', '@example.com'],
    ['nothing after the @', 'ann@'],
    ['no @', 'ann.example.com'],
    ['two @', 'ann@b@example.com'],
    ['a space in it', 'ann lee@example.com'],
    ['a line break in it', 'ann@example.com\r\nBcc: bob@example.com'],
    ['NUL in it', 'ann\0@example.com'],
    ['a comment', 'ann(work)@example.com'],
    ['a quoted local part', '"ann lee"@example.com'],
    ['a name around it', 'Ann <ann@example.com>'],
    ['two addresses', 'ann@example.com,bob@example.com'],
    ['a dot at the beginning', '.ann@example.com'],
    ['two dots in a row', 'ann..lee@example.com'],
    ['a dot before the @', 'ann.@example.com'],
    ['a local part outside ASCII', 'änn@example.com'],
    ['a Cyrillic look-alike', '\u0430nn@example.com'],
    ['65 octets before the @', `${'a'.repeat(65)}@example.com`],
    [
      'more than 254 octets',
      `${'a'.repeat(60)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(12)}.com`,
    ],
    ['a label of 64', `ann@${'a'.repeat(64)}.com`],
    ['no dot in the domain', 'ann@localhost'],
    ['a number as top level', 'ann@192.168.0.1'],
    ['an address literal', 'ann@[192.168.0.1]'],
    ['a trailing dot', 'ann@example.com.'],
    ['a hyphen at a label’s end', 'ann@example-.com'],
    ['an escaped domain', 'ann@ex%41mple.com'],
    ['a port', 'ann@example.com:25'],
    ['an underscore in the domain', 'ann@ex_ample.com'],
  ])('is bad with %s', (_, raw) => {
    expect(normalised(raw)).toBe('bad-address');
  });

  it('keeps the letter case of the local part for the envelope', () => {
    expect(normaliseAddress('Ann.Lee@Example.COM')).toEqual({
      ok: true,
      value: {
        address: 'Ann.Lee@example.com',
        normalised: 'ann.lee@example.com',
        domain: 'example.com',
      },
    });
  });
});

describe('any text as an address', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.emailAddress(),
    fc.tuple(fc.string(), fc.domain()).map(([local, domain]) => `${local}@${domain}`),
    fc.tuple(fc.string(), fc.string({ unit: 'grapheme' })).map(([a, b]) => `${a}@${b}`),
  );

  it('comes out as something that fits into an envelope, or not at all', () => {
    fc.assert(
      fc.property(anything, (raw) => {
        const result = normaliseAddress(raw);
        if (!result.ok) return;
        const { address, normalised, domain } = result.value;
        expect(address).toMatch(/^[\x21-\x7e]+$/);
        expect(address).not.toMatch(/[\s"(),:;<>[\]\\]/);
        expect(address.split('@')).toHaveLength(2);
        expect(address.length).toBeLessThanOrEqual(254);
        expect(normalised).toBe(address.toLowerCase());
        expect(normalised.endsWith(`@${domain}`)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('has one normal form, which is its own normal form', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom(' ', '\t', ''), (raw, space) => {
        const result = normaliseAddress(raw);
        if (!result.ok) return;
        const { normalised: form } = result.value;
        expect(normalised(form)).toBe(form);
        expect(normalised(`${space}${form.toUpperCase()}${space}`)).toBe(form);
      }),
      { numRuns: 2000 },
    );
  });
});
