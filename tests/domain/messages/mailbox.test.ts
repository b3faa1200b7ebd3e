import {
  asciiAddress,
  asciiDomain,
  formatMailbox,
} from '../../../server/src/domain/messages/mime/mailbox';

describe('a mailbox in a header', () => {
  it.each([
    ['a plain address', 'News+a_b@Example.com', 'News+a_b@example.com'],
    ['an IDN domain', 'news@例え.jp', 'news@xn--r8jz45g.jp'],
  ])('takes %s', (_, address, ascii) => {
    expect(asciiAddress(address)).toBe(ascii);
  });

  it.each([
    ['nothing', ''],
    ['no domain', 'news'],
    ['no local part', '@example.com'],
    ['one label', 'news@localhost'],
    ['two addresses', 'a@example.com, b@example.com'],
    ['two addresses without a comma', 'a@example.com b@example.com'],
    ['a name', 'Ann <a@example.com>'],
    ['brackets', '<a@example.com>'],
    ['a group', 'all: a@example.com;'],
    ['a comment', 'a(b)@example.com'],
    ['a quoted local part', '"a b"@example.com'],
    ['a header', 'a@example.com\r\nBcc: b@example.com'],
    ['a line end at the end', 'a@example.com\n'],
    ['NUL', 'a\0@example.com'],
    ['dots in a row', 'a..b@example.com'],
    ['a local part not in ASCII', 'ユーザ@example.com'],
    ['a literal', 'a@[127.0.0.1]'],
    ['a domain with an escape', 'a@exa%6dple.com'],
    ['a domain that looks like a path', 'a@example.com/x'],
    ['a local part of 65 letters', `${'a'.repeat(65)}@example.com`],
    ['a domain of 254 letters', `a@${'b.'.repeat(126)}com`],
  ])('refuses %s', (_, address) => {
    expect(asciiAddress(address)).toBeUndefined();
  });

  it('takes the domain of a List-Id', () => {
    expect(asciiDomain('newsletter.example.com')).toBe('newsletter.example.com');
    expect(asciiDomain('news letter.example.com')).toBeUndefined();
  });

  it.each([
    ['', '<a@example.com>'],
    ['Ann', '"Ann" <a@example.com>'],
    [
      'Ann "the pen" \\ Co., Ltd. <b@example.com>',
      '"Ann \\"the pen\\" \\\\ Co., Ltd. <b@example.com>" <a@example.com>',
    ],
    ['天文台', '=?UTF-8?B?5aSp5paH5Y+w?= <a@example.com>'],
    ['=?UTF-8?B?QQ==?=', '=?UTF-8?B?PT9VVEYtOD9CP1FRPT0/PQ==?= <a@example.com>'],
    ['Ann\r\nBcc: b@example.com', '"Ann Bcc: b@example.com" <a@example.com>'],
  ])('writes the name %j', (name, header) => {
    expect(formatMailbox({ name, address: 'a@example.com' })).toBe(header);
  });

  it('folds before the address when the line would be long', () => {
    expect(formatMailbox({ name: 'A '.repeat(29), address: 'ann@example.com' })).toBe(
      `"${'A '.repeat(29).trim()}"\r\n <ann@example.com>`,
    );
  });
});
