import fc from 'fast-check';
import { tidyLocale, tidyName } from '../../../server/src/domain/subscribers/tidy';

describe('a name', () => {
  it.each([
    ['Ann Lee', 'Ann Lee'],
    ['  Ann \t Lee ', 'Ann Lee'],
    ['Ann\r\nBcc: bob@example.com', 'Ann Bcc: bob@example.com'],
    ['Ann\0Lee', 'Ann Lee'],
    ['山田\u3000太郎', '山田 太郎'],
    ['Ann\ud800', 'Ann'],
    ['', null],
    [' \r\n ', null],
    [null, null],
  ])('%j is kept as %j', (raw, name) => {
    expect(tidyName(raw)).toBe(name);
  });

  it('is one line of at most 200 characters, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (raw) => {
        const name = tidyName(raw) ?? 'x';
        expect(name).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        expect([...name].length).toBeLessThanOrEqual(200);
        expect(tidyName(name)).toBe(name);
      }),
    );
  });
});

describe('a locale', () => {
  it.each([
    ['en', 'en'],
    [' pt-BR ', 'pt-BR'],
    ['zh-Hans', 'zh-Hans'],
    ['', null],
    ['English', null],
    ['en\r\nX: y', null],
    ['en-aaaaaaaa-bbbbbbbb', null],
    [null, null],
  ])('%j is kept as %j', (raw, locale) => {
    expect(tidyLocale(raw)).toBe(locale);
  });
});
