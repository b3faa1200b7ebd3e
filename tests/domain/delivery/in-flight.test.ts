import {
  averageWith,
  mostInFlight,
  worthAStep,
} from '../../../server/src/domain/delivery/in-flight';

describe.each([
  { connections: 1, most: 2, step: 1, cheap: 1 },
  { connections: 2, most: 4, step: 2, cheap: 1 },
  { connections: 5, most: 10, step: 5, cheap: 2 },
  { connections: 10, most: 20, step: 10, cheap: 4 },
])('over $connections connections', ({ connections, most, step, cheap }) => {
  it(`at most ${most} are sending`, () => expect(mostInFlight(connections)).toBe(most));

  it(`${step} that came back are worth a transaction, and ${cheap} one that takes next to nothing`, () => {
    expect(worthAStep(connections, 1)).toBe(step);
    expect(worthAStep(connections, 0.2)).toBe(cheap);
    expect(worthAStep(connections, Infinity)).toBe(step);
  });
});

describe('how long a transaction takes on average', () => {
  it('is what the first took, and moves slowly after that', () => {
    expect(averageWith(null, 2)).toBe(2);
    expect(averageWith(2, 4)).toBeCloseTo(2.1);
  });

  it('comes to what they all take', () => {
    const after = Array.from({ length: 200 }).reduce<number>((ms) => averageWith(ms, 0.2), 8);
    expect(after).toBeCloseTo(0.2, 2);
  });
});
