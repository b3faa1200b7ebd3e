import fc from 'fast-check';
import {
  choose,
  owedAfter,
  usable,
  type Choice,
} from '../../../server/src/domain/delivery/choose-transport';

const one = (change: Partial<Choice> = {}): Choice => ({
  ...{ weight: 1, owed: 0, rests: false, isFree: true },
  ...change,
});

describe('which transport takes the next messages', () => {
  const some = fc.record({
    weight: fc.integer({ min: 0, max: 10 }),
    owed: fc.integer({ min: -50, max: 50 }),
    rests: fc.boolean(),
    isFree: fc.boolean(),
  });
  const choices = fc.array(some, { minLength: 1, maxLength: 5 });

  it('is never one that rests or is full', () => {
    fc.assert(
      fc.property(choices, (all) => {
        const chosen = choose(all);
        if (chosen !== null) expect(all[chosen]).toMatchObject({ rests: false, isFree: true });
      }),
    );
  });

  it('is some one, as long as one with a share is awake and free', () => {
    fc.assert(
      fc.property(choices, (all) => {
        const able = all.some(({ weight, rests, isFree }) => weight > 0 && !rests && isFree);
        if (able) expect(choose(all)).not.toBeNull();
      }),
    );
  });

  it('is a stand-by only while all that have a share rest, the first of them first', () => {
    const main = one();
    const [second, third] = [one({ weight: 0 }), one({ weight: 0 })];
    expect(usable([main, second, third])).toEqual([0]);
    expect(usable([one({ rests: true }), second, third])).toEqual([1]);
    expect(usable([one({ rests: true }), one({ weight: 0, rests: true }), third])).toEqual([2]);
    expect(usable([one({ rests: true })])).toEqual([]);
  });

  const sendBy = (weights: readonly number[], groups: readonly number[]) => {
    let all = weights.map((weight) => one({ weight }));
    const sent = weights.map(() => 0);
    for (const messages of groups) {
      const chosen = choose(all) ?? 0;
      sent[chosen] = (sent[chosen] ?? 0) + messages;
      const owed = owedAfter(all, chosen, messages);
      all = all.map((each, at) => ({ ...each, owed: owed[at] ?? 0 }));
    }
    return sent;
  };

  it('gives each its share, to within the largest group for each of them', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 });
    const groups = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(weights, groups, (shares, sizes) => {
        const sent = sendBy(shares, sizes);
        const all = sizes.reduce((a, b) => a + b, 0);
        const sum = shares.reduce((a, b) => a + b, 0);
        for (const [at, share] of shares.entries()) {
          const off = Math.abs((sent[at] ?? 0) - (all * share) / sum);
          expect(off).toBeLessThanOrEqual(20 * shares.length);
        }
      }),
    );
  });

  it('lets what one owes never grow beyond some, so that nobody gets everything afterwards', () => {
    const full = one({ isFree: false, owed: 990 });
    expect(owedAfter([full, one()], 1, 500)).toEqual([1000, -250]);
  });
});
