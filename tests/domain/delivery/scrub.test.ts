import fc from 'fast-check';
import { scrubAddresses } from '../../../server/src/domain/delivery/scrub';

describe('a reply text that is kept', () => {
  it.each([
    ['<tom@example.com>: unknown', '<‹address›>: unknown'],
    ['tom@example.com... No such user', '‹address› No such user'],
    ['no "tom smith"@example.com here', 'no ‹address› here'],
    ['see https://x.example/?u=tom%40example.com now', 'see ‹address› now'],
    ['to b-12=40x and to tom=40example.com', 'to ‹address› and to ‹address›'],
    ['山田@例え.jp は不明', '‹address› は不明'],
    ['two\r\nlines\tand\u2028more', 'two lines and more'],
  ])('"%s" becomes "%s"', (text, kept) => {
    expect(scrubAddresses(text)).toBe(kept);
  });

  it('loses the local part of the recipient too, in any case', () => {
    expect(
      scrubAddresses('User TOM unknown; "tom" is gone, tomorrow stays', 'Tom@example.com'),
    ).toBe('User ‹address› unknown; "‹address›" is gone, tomorrow stays');
  });

  it('is 300 characters at most', () => {
    expect(scrubAddresses('word '.repeat(100_000)).length).toBeLessThanOrEqual(300);
  });

  it('holds no address, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.string(), fc.emailAddress(), fc.string(), (before, address, after) => {
        expect(scrubAddresses(`${before} <${address}> ${after}`, address)).not.toContain(address);
      }),
    );
  });
});
