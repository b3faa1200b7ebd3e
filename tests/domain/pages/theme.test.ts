import fc from 'fast-check';
import { contrast, OUR_THEME, unreadable } from '../../../server/src/domain/pages/theme';

const colours = fc
  .tuple(fc.nat(255), fc.nat(255), fc.nat(255))
  .map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`);

describe('the colours of a reader’s page', () => {
  it('are ours, readable by day and by night, where the site names none', () => {
    expect(unreadable(OUR_THEME.light)).toEqual([]);
    expect(unreadable(OUR_THEME.dark)).toEqual([]);
  });

  // The values of the W3C's own examples and of its reference implementation.
  it.each([
    ['#000000', '#ffffff', 21],
    ['#777777', '#ffffff', 4.48],
    ['#767676', '#ffffff', 4.54],
    ['#ff0000', '#ffffff', 4],
  ])('%s on %s has a contrast of %d', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 1);
  });

  it('have one contrast, whichever is in front, between none and black on white', () => {
    fc.assert(
      fc.property(colours, colours, (one, other) => {
        const ratio = contrast(one, other);
        expect(ratio).toBe(contrast(other, one));
        expect(ratio).toBeGreaterThanOrEqual(1);
        expect(ratio).toBeLessThanOrEqual(21);
      }),
    );
  });

  it('that cannot be read on one another are named', () => {
    const pale = { ...OUR_THEME.light, accent: '#eeeeee' };
    expect(unreadable(pale)).toEqual([
      ['accent', 'paper'],
      ['onAccent', 'accent'],
    ]);
  });
});
