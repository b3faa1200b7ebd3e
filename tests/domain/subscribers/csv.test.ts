import { csvLine } from '../../../server/src/domain/subscribers/csv';

describe('a line of CSV', () => {
  it('quotes what would end a cell or a line', () => {
    expect(csvLine(['a,b', 'say "no"', 'two\nlines', 'plain'])).toBe(
      '"a,b","say ""no""","two\nlines",plain\r\n',
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1', '＋1', '－1', '＠x'])(
    'is no formula to a spreadsheet: %j',
    (text) => {
      const [cell] = csvLine([text]).split(/\r\n$/);
      expect(cell?.replace(/^"/, '').startsWith("'")).toBe(true);
    },
  );

  it.each([
    ['x;=1+1;y', `"x;'=1+1;y"`],
    ['x; @SUM(A1)', `"x; '@SUM(A1)"`],
    ['=1;+2', `"'=1;'+2"`],
  ])('is none either where a semicolon parts cells: %j', (text, cell) => {
    expect(csvLine([text])).toBe(`${cell}\r\n`);
  });

  it('leaves everything else as it is', () => {
    expect(csvLine(['ann@example.com', '山田 花子', '', 'a=b'])).toBe(
      'ann@example.com,山田 花子,,a=b\r\n',
    );
  });
});
