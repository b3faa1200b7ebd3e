import { livedTime } from '../../server/src/sender/lived';

let now: number;

beforeEach(() => {
  now = 100;
});

it('goes on while somebody looks', () => {
  const time = livedTime(() => now);
  for (let beat = 0; beat < 40; beat += 1) {
    now += 500;
    time.beat();
  }
  expect(time.read()).toBe(20_000);
});

it('stands still while the process does', () => {
  const time = livedTime(() => now);
  now += 300;
  time.beat();
  now += 60_000;
  expect(time.read()).toBe(1_300);
});
