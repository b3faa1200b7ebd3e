import { insist } from '../../server/src/adapters/insist';
import type { Log } from '../../server/src/ports';

const told: unknown[] = [];
const log: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (_event, error) => void told.push(error),
};
const AWAY = new Error('the database is away');

/** A task that fails so often first. */
const failing = (times: number) => {
  let tries = 0;
  return {
    tries: () => tries,
    task: async () => {
      tries += 1;
      if (tries <= times) throw AWAY;
    },
  };
};

describe('a task insisted on', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    told.length = 0;
  });
  afterEach(() => jest.useRealTimers());

  it('is tried until it succeeds, and each failure told', async () => {
    const { task, tries } = failing(2);
    const until = new AbortController().signal;
    const done = insist('test', task, { everyMs: 1000, until, log });
    await jest.advanceTimersByTimeAsync(1000);
    expect(tries()).toBe(2);
    await jest.advanceTimersByTimeAsync(1000);
    expect(await done).toBe(true);
    expect(told).toEqual([AWAY, AWAY]);
  });

  it('is let go while it waits, when told to stop', async () => {
    const { task, tries } = failing(Infinity);
    const ending = new AbortController();
    const done = insist('test', task, { everyMs: 1000, until: ending.signal, log });
    await jest.advanceTimersByTimeAsync(10);
    ending.abort();
    expect(await done).toBe(false);
    expect(tries()).toBe(1);
  });

  it('is not begun after that', async () => {
    const { task, tries } = failing(0);
    const until = AbortSignal.abort();
    expect(await insist('test', task, { everyMs: 1000, until, log })).toBe(false);
    expect(tries()).toBe(0);
  });
});
