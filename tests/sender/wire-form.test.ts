import { wireForm } from '../../server/src/sender/wire-form';

describe('a message in wire form', () => {
  it.each([
    ['ends in the final dot', 'Hello\r\n', 'Hello\r\n.\r\n'],
    ['ends its last line first', 'Hello', 'Hello\r\n.\r\n'],
    [
      'has dots at the start of lines doubled',
      '.a\r\n.b.\r\n..c\r\n',
      '..a\r\n..b.\r\n...c\r\n.\r\n',
    ],
    ['cannot end before its end', 'a\r\n.\r\nRCPT\r\n', 'a\r\n..\r\nRCPT\r\n.\r\n'],
    ['has a dot for itself if it is empty', '', '\r\n.\r\n'],
  ])('%s', (_what, message, wire) => {
    expect(wireForm(message)).toBe(wire);
  });
});
