import { mostInFlight, worthAStep } from '../../../server/src/domain/delivery/in-flight';

describe.each([
  { connections: 1, most: 2, step: 1 },
  { connections: 2, most: 4, step: 2 },
  { connections: 5, most: 10, step: 5 },
  { connections: 10, most: 20, step: 10 },
])('over $connections connections', ({ connections, most, step }) => {
  it(`at most ${most} are sending, and ${step} that came back are worth a step`, () => {
    expect(mostInFlight(connections)).toBe(most);
    expect(worthAStep(connections)).toBe(step);
  });
});
