import fc from 'fast-check';
import { fillPieces } from '../../../server/src/domain/messages/pieces';
import { createPlaceholders } from '../../../server/src/domain/messages/placeholders';

const NAME = { slot: 'subscriber.name', fallback: 'you <&> "読者"' } as const;

describe('placeholders', () => {
  it('give every slot back, whatever stands around it', () => {
    const { hideAll, reveal } = createPlaceholders('a');
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (before, after) => {
        const pieces = [before, NAME, after, { slot: 'unsubscribe-url' } as const];
        expect(reveal(hideAll(pieces))).toEqual(pieces);
      }),
    );
  });

  it('are letters and digits only', () => {
    expect(createPlaceholders('a').hide(NAME)).toMatch(/^[a-z0-9]+$/);
  });

  it('are text when they come from another message', () => {
    const forged = createPlaceholders('another').hide({ slot: 'unsubscribe-url' });
    expect(createPlaceholders(`x ${forged}`).reveal(forged)).toEqual([forged]);
  });
});

describe('pieces filled for a preview', () => {
  const pieces = ['Dear <b>', NAME, '</b>'];

  it('escape the value in HTML only', () => {
    const values = { 'subscriber.name': 'A & B' };
    expect(fillPieces(pieces, values, 'html')).toBe('Dear <b>A &amp; B</b>');
    expect(fillPieces(pieces, values, 'text')).toBe('Dear <b>A & B</b>');
  });

  it.each([undefined, '', ' \u00a0 ', '\n\0'])('use the fallback for the value %j', (value) => {
    expect(fillPieces(pieces, { 'subscriber.name': value }, 'text')).toBe(
      'Dear <b>you <&> "読者"</b>',
    );
  });

  it('leave what they have no value for empty', () => {
    expect(fillPieces(['<a href="', { slot: 'unsubscribe-url' }, '">'], {}, 'html')).toBe(
      '<a href="">',
    );
  });
});
