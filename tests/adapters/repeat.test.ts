import { repeat } from '../../server/src/adapters/repeat';
import type { Log } from '../../server/src/ports';

const errors: unknown[] = [];
const log: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (_event, error) => void errors.push(error),
};

/** A task whose rounds end when the test says so. */
function stepped() {
  const ends: ((error?: Error) => void)[] = [];
  const task = (): Promise<void> =>
    new Promise((resolve, reject) => {
      ends.push((error) => (error ? reject(error) : resolve()));
    });
  return { task, ends };
}

const turn = (): Promise<void> => Promise.resolve().then(() => undefined);
const settled = async (): Promise<void> => {
  for (let at = 0; at < 10; at += 1) await turn();
};

describe('a repeated task', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('comes again after its time, never twice at once', async () => {
    const { task, ends } = stepped();
    const repeated = repeat('test', task, { everyMs: 1000, log });
    jest.advanceTimersByTime(5000);
    expect(ends).toHaveLength(1);
    ends[0]?.();
    await settled();
    jest.advanceTimersByTime(1000);
    expect(ends).toHaveLength(2);
    ends[1]?.();
    await repeated.stop();
  });

  it('runs once more when asked while it runs', async () => {
    const { task, ends } = stepped();
    const repeated = repeat('test', task, { everyMs: 1000, log });
    repeated.now();
    repeated.now();
    repeated.now();
    expect(ends).toHaveLength(1);
    ends[0]?.();
    await settled();
    expect(ends).toHaveLength(2);
    ends[1]?.();
    await repeated.stop();
  });

  it('goes on after a bug, and tells it', async () => {
    const { task, ends } = stepped();
    const repeated = repeat('test', task, { everyMs: 1000, log });
    repeated.now();
    ends[0]?.(new Error('broken'));
    await settled();
    expect(errors).toHaveLength(1);
    jest.advanceTimersByTime(1000);
    expect(ends).toHaveLength(2);
    ends[1]?.();
    await repeated.stop();
  });

  it('waits for the round under way when it is stopped, and begins no other', async () => {
    const { task, ends } = stepped();
    const repeated = repeat('test', task, { everyMs: 1000, log });
    repeated.now();
    let isStopped = false;
    const stopping = repeated.stop().then(() => (isStopped = true));
    await settled();
    expect(isStopped).toBe(false);
    ends[0]?.();
    await stopping;
    jest.advanceTimersByTime(10_000);
    expect(ends).toHaveLength(1);
  });
});
