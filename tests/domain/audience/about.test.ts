import fc from 'fast-check';
import { aboutCount } from '../../../server/src/domain/audience/about';

describe('a count that must not tell who they are', () => {
  it.each([
    [0, null],
    [1, null],
    [4, null],
    [5, 10],
    [14, 10],
    [15, 20],
    [1234, 1230],
  ])('of %i is told as %p', (count, told) => {
    expect(aboutCount(count)).toBe(told);
  });

  it('is within five of what it is, and the more the more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 1e7 }), (count) => {
        const told = aboutCount(count) ?? 0;
        expect(Math.abs(told - count)).toBeLessThanOrEqual(5);
        expect(aboutCount(count + 1)).toBeGreaterThanOrEqual(told);
      }),
    );
  });
});
