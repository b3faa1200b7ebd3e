import { Pool, type PoolTools } from '../../server/src/sender/pool';
import type { Task } from '../../server/src/sender/serve';
import { aMessage, aTransport } from '../support/sending';

const CONNECTIONS = 6;

describe('the connections of a pool', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  /** A pool whose relay never answers, and how many connections it has asked for. */
  const setUp = () => {
    let asked = 0;
    const tools: PoolTools = {
      open: () => {
        asked += 1;
        return new Promise(() => undefined);
      },
      compose: () => Promise.reject(new Error('nothing is composed')),
      isLate: () => false,
      now: () => 0,
      lived: () => 0,
      transport: 'relay',
      get journal(): never {
        throw new Error('nothing is written');
      },
      report: () => undefined,
    };
    const pool = new Pool(aTransport({ connections: CONNECTIONS }), tools);
    return { pool, asked: () => asked };
  };

  const tasks = (count: number): Task[] =>
    Array.from({ length: count }, (_, at) => ({
      ...{ order: 1, message: aMessage(String(at + 1)), text: null, takenBack: null },
      deadline: { wall: Infinity, monotonic: Infinity },
      since: performance.now(),
    }));

  it('are half of them at first, and all as soon as a message has waited', () => {
    const { pool, asked } = setUp();
    pool.add(tasks(10), CONNECTIONS);
    expect(asked()).toBe(CONNECTIONS / 2);
    jest.advanceTimersByTime(4);
    expect(asked()).toBe(CONNECTIONS);
  });

  it('are no more than there are messages', () => {
    const { pool, asked } = setUp();
    pool.add(tasks(2), CONNECTIONS);
    jest.advanceTimersByTime(2);
    expect(asked()).toBe(2);
  });
});
