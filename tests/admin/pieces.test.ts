import fc from 'fast-check';
import { piecesOf } from '../../admin/src/api/pieces';

describe('a long file', () => {
  it('is sent whole, in pieces that end at the ends of lines', () => {
    const line = fc.string({ maxLength: 9 }).map((text) => text.replace(/[\r\n]/g, 'x'));
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.join('\n');
        const pieces = piecesOf(text, 10);
        expect(text.startsWith(pieces.join(''))).toBe(true);
        expect(text.slice(pieces.join('').length).trim()).toBe('');
        for (const piece of pieces.slice(0, -1)) expect(piece).toMatch(/\n$/);
      }),
    );
  });

  it('is cut within a line that is longer than a piece', () => {
    expect(piecesOf('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
  });
});
