import fc from 'fast-check';
import { gaveUp, secondsUntilRetry } from '../../../server/src/domain/delivery/retry';

const HOUR = 60 * 60;

describe('the next try', () => {
  it.each([
    [1, 0.5 * HOUR],
    [2, 1 * HOUR],
    [3, 2 * HOUR],
    [4, 4 * HOUR],
    [5, 4 * HOUR],
    [40, 4 * HOUR],
  ])('after %i tries waits about %i s', (tries, seconds) => {
    expect(secondsUntilRetry(tries, 0.5)).toBe(seconds);
  });

  it('strays by ten percent at most', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.double({ min: 0, max: 0.9999, noNaN: true }),
        (tries, random) => {
          const middle = secondsUntilRetry(tries, 0.5);
          expect(Math.abs(secondsUntilRetry(tries, random) - middle)).toBeLessThanOrEqual(
            middle * 0.1 + 1,
          );
        },
      ),
    );
  });

  it('never comes back to a greylisting relay within half an hour', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.double({ min: 0, max: 0.9999, noNaN: true }),
        (tries, random) => {
          expect(secondsUntilRetry(tries, random, { greylisted: true })).toBeGreaterThanOrEqual(
            0.5 * HOUR,
          );
        },
      ),
    );
  });

  it('needs a first one', () => {
    expect(() => secondsUntilRetry(0, 0)).toThrow(RangeError);
  });
});

it('gives up 72 hours after the first try', () => {
  const first = 1_800_000_000_000;
  expect(gaveUp(first, first + 72 * HOUR * 1000 - 1)).toBe(false);
  expect(gaveUp(first, first + 72 * HOUR * 1000)).toBe(true);
});
