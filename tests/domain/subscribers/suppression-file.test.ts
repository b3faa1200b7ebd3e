import fc from 'fast-check';
import { readLines } from '../../../server/src/domain/subscribers/suppression-file';

const addressesIn = (text: string): string[] =>
  readLines(text).addresses.map(({ normalised }) => normalised);

describe('a file of an old tool’s suppressions', () => {
  it.each([
    [
      'an address a line',
      'ann@example.com\nben@example.com',
      ['ann@example.com', 'ben@example.com'],
    ],
    [
      'lines that end as on Windows',
      'ann@example.com\r\nben@example.com\r\n',
      ['ann@example.com', 'ben@example.com'],
    ],
    ['one address in many spellings', 'Ann@Example.com\n ann@example.com', ['ann@example.com']],
    ['CSV with a heading', 'Email,Date\nann@example.com,2024-01-01', ['ann@example.com']],
    ['a heading in Japanese', 'メールアドレス\nann@example.com', ['ann@example.com']],
    ['the address in another column', 'id;name;mail\n7;Ann;ann@example.com', ['ann@example.com']],
    ['quotes', '"Ann";"ann@example.com"', ['ann@example.com']],
    ['tabs', 'Ann\tann@example.com\tbounced', ['ann@example.com']],
    ['mailboxes', 'Ann <ann@example.com>', ['ann@example.com']],
    ['a mark at its beginning', '\uFEFFann@example.com', ['ann@example.com']],
    ['two addresses in a line', 'ann@example.com,admin@example.com', ['ann@example.com']],
  ])('is read with %s', (_what, text, addresses) => {
    expect(readLines(text)).toMatchObject({ unreadable: 0 });
    expect(addressesIn(text)).toEqual(addresses);
  });

  it('counts lines that hold no address, and neither empty ones nor headings', () => {
    const text = 'E-mail\n\n,,\nann@example.com\nnobody\nann@@example.com\n';
    expect(readLines(text)).toMatchObject({ unreadable: 2 });
    expect(addressesIn(text)).toEqual(['ann@example.com']);
  });

  it('says the same whatever pieces its lines come in', () => {
    const line = fc.constantFrom('ann@example.com', 'ben@example.com,x', 'nobody', '', 'email');
    fc.assert(
      fc.property(fc.array(line), fc.array(line), (one, other) => {
        const whole = readLines([...one, ...other].join('\n'));
        const parts = [readLines(one.join('\n')), readLines(other.join('\n'))];
        const found = parts.flatMap(({ addresses }) =>
          addresses.map(({ normalised }) => normalised),
        );
        expect(whole.addresses.map(({ normalised }) => normalised).sort()).toEqual(
          [...new Set(found)].sort(),
        );
        expect(whole.unreadable).toBe(parts.reduce((sum, { unreadable }) => sum + unreadable, 0));
      }),
    );
  });
});
