import fc from 'fast-check';
import type { MimePiece, SlotValues } from '../../server/src/domain/messages/message';
import { fillMime } from '../../server/src/domain/messages/mime/fill';
import { fillPieces, wireParts, wirePieces } from '../../server/src/sender/wire-pieces';
import { wireText, writeText } from '../../server/src/sender/wire-text';

const bytesOf = (pieces: readonly MimePiece[], values: SlotValues): string => {
  const text = wireText(wireParts(fillPieces(wirePieces(pieces), values)));
  const bytes = Buffer.alloc(text.bytes);
  expect(writeText(text, bytes)).toBe(text.bytes);
  return bytes.toString('latin1');
};

const constant = fc
  .array(fc.constantFrom('.', '..', 'a', '=', '\r\n', '\r\n.'), { maxLength: 6 })
  .map((parts) => parts.join(''));
const piece = fc.oneof(
  constant,
  fc.record({
    slot: fc.constantFrom('subscriber.name', 'subscriber.locale'),
    as: fc.constantFrom('html', 'text', 'word'),
    fallback: fc.constantFrom('', '.', 'friend'),
  }) as fc.Arbitrary<MimePiece>,
);
const value = fc.oneof(
  fc.constant(''),
  fc.constant('.'),
  fc.constant(`${'.'.repeat(80)}`),
  fc.string(),
);

/** The same, of a message in one piece. */
function wireForm(message: string): string {
  const doubled = message.replaceAll('\r\n.', '\r\n..');
  const begin = doubled.startsWith('.') ? '.' : '';
  const end = doubled.endsWith('\r\n') ? '.\r\n' : '\r\n.\r\n';
  return begin + doubled + end;
}

describe('a message of constants and slots', () => {
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
    expect(bytesOf([message], {})).toBe(wire);
  });

  it('is on the wire what it would be had it been one text', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), value, value, (pieces, name, locale) => {
        const values = { 'subscriber.name': name, 'subscriber.locale': locale };
        expect(bytesOf(pieces, values)).toBe(wireForm(fillMime(pieces, values)));
      }),
      { numRuns: 2000 },
    );
  });

  it('doubles the dot that a value leaves at the start of a line, and no other', () => {
    const pieces: MimePiece[] = [
      'Hi ',
      { slot: 'subscriber.name', as: 'text', fallback: '' },
      '.\r\n',
    ];
    expect(bytesOf(pieces, { 'subscriber.name': 'Ann' })).toBe('Hi Ann=\r\n..\r\n.\r\n');
    expect(bytesOf(pieces, {})).toBe('Hi .\r\n.\r\n');
  });

  it('is not made at all with a value that is not fit for its place', () => {
    const pieces: MimePiece[] = [{ slot: 'to', as: 'raw' }];
    expect(() => bytesOf(pieces, { to: 'a\r\nBcc: b' })).toThrow('not fit for a header');
  });
});
