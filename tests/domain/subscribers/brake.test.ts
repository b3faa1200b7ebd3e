import fc from 'fast-check';
import {
  type Brake,
  brakes,
  FEW_LEAVING,
  isKept,
  NO_BRAKE,
} from '../../../server/src/domain/subscribers/brake';

const PERCENT = fc.integer({ min: 1, max: 100 });
const NUMBERS = fc
  .integer({ min: 0, max: 1_000_000 })
  .chain((of) => fc.record({ of: fc.constant(of), leaving: fc.integer({ min: 0, max: of }) }));

const brake = (change: Partial<Brake>): Brake => ({ ...NO_BRAKE, ...change });

describe('a run stops', () => {
  it('exactly when more than the share would leave, and not just a few', () => {
    fc.assert(
      fc.property(NUMBERS, PERCENT, ({ of, leaving }, percent) => {
        const share = of === 0 ? 0 : (leaving / of) * 100;
        expect(brakes(brake({ of, leaving }), percent)).toBe(
          leaving >= FEW_LEAVING && share > percent,
        );
      }),
    );
  });

  it('at 20 percent behind one in five', () => {
    expect(brakes(brake({ of: 100, leaving: 20 }), 20)).toBe(false);
    expect(brakes(brake({ of: 100, leaving: 21 }), 20)).toBe(true);
  });

  it('never for fewer than ten, even if that is everybody', () => {
    expect(brakes(brake({ of: 9, leaving: 9 }), 1)).toBe(false);
    expect(brakes(brake({ of: 10, leaving: 10 }), 1)).toBe(true);
  });

  it('never at 100 percent', () => {
    fc.assert(fc.property(NUMBERS, (numbers) => !brakes(brake(numbers), 100)));
  });

  it('not for as many as a person let go, and for one more again', () => {
    fc.assert(
      fc.property(NUMBERS, PERCENT, (numbers, percent) => {
        fc.pre(brakes(brake(numbers), percent));
        const { leaving } = numbers;
        expect(brakes(brake({ ...numbers, allowed: leaving }), percent)).toBe(false);
        expect(brakes(brake({ ...numbers, allowed: leaving - 1 }), percent)).toBe(true);
      }),
    );
  });

  it('the sooner, the more would leave', () => {
    fc.assert(
      fc.property(NUMBERS, PERCENT, ({ of, leaving }, percent) => {
        fc.pre(brakes(brake({ of, leaving }), percent));
        expect(brakes(brake({ of: of + 1, leaving: leaving + 1 }), percent)).toBe(true);
      }),
    );
  });
});

it('asks nobody again for as many as were left on the list, and does for more', () => {
  expect(isKept(brake({ leaving: 30, kept: null }))).toBe(false);
  expect(isKept(brake({ leaving: 30, kept: 30 }))).toBe(true);
  expect(isKept(brake({ leaving: 31, kept: 30 }))).toBe(false);
});
