import type { DeliveryQueue, Wake } from '../../server/src/ports';
import { latch } from '../support/latch';

/** A queue under test, and the means to make batches it may be asked to wake for. */
export interface QueueUnderTest {
  readonly queue: DeliveryQueue;
  /** Another process on the same queue. */
  join(): DeliveryQueue;
  /** Now, by the clock the queue goes by. */
  now(): Promise<number>;
  close(): Promise<void>;
}

/** What every delivery queue must do: the one in the database and the one on Redis run this same file. */
export function queueContract(name: string, open: () => Promise<QueueUnderTest>): void {
  describe(`${name} as a delivery queue`, () => {
    let tested: QueueUnderTest;
    beforeEach(async () => {
      tested = await open();
    });
    afterEach(() => tested.close());

    const due = async (batchId: string, inMs = 0): Promise<Wake> => ({
      batchId,
      dueAt: (await tested.now()) + inMs,
    });

    it('hands a batch to the worker', async () => {
      const seen = createWitness();
      tested.queue.work(seen.worker, 1);
      await tested.queue.add([await due('7')]);
      expect(await seen.next()).toBe('7');
    });

    it('keeps what was added before anybody worked', async () => {
      await tested.queue.add([await due('1'), await due('2')]);
      const seen = createWitness();
      tested.queue.work(seen.worker, 1);
      expect([await seen.next(), await seen.next()].sort()).toEqual(['1', '2']);
    });

    it('hands nothing out before it is due', async () => {
      const seen = createWitness();
      tested.queue.work(seen.worker, 1);
      await tested.queue.add([await due('9', 3_600_000), await due('5')]);
      expect(await seen.next()).toBe('5');
      await tested.queue.close(1000);
      expect(seen.all()).toEqual(['5']);
    });

    it('hands out what has become due while it waited', async () => {
      const seen = createWitness();
      tested.queue.work(seen.worker, 1);
      await tested.queue.add([await due('8', 50)]);
      expect(await seen.next()).toBe('8');
    });

    it('hands a batch out once, however often it was added while it waited', async () => {
      const wake = await due('3');
      await tested.queue.add([wake]);
      await tested.queue.add([wake, await due('4')]);
      const seen = createWitness();
      tested.queue.work(seen.worker, 1);
      await seen.next();
      await seen.next();
      await tested.queue.close(1000);
      expect(seen.all().sort()).toEqual(['3', '4']);
    });

    it('hands a batch out again that was added anew while it was in hand', async () => {
      const seen = createWitness();
      const again = await due('6');
      tested.queue.work(async (batchId) => {
        if (seen.all().length === 0) await tested.queue.add([again]);
        await seen.worker(batchId);
      }, 1);
      await tested.queue.add([again]);
      expect([await seen.next(), await seen.next()]).toEqual(['6', '6']);
    });

    it('hands out no more at once than it was told', async () => {
      const { seen, door } = workBehindDoor(tested.queue, 2);
      await tested.queue.add(await Promise.all(['1', '2', '3'].map((id) => due(id))));
      await seen.next();
      await seen.next();
      expect(seen.all()).toHaveLength(2);
      door.open();
      expect(['1', '2', '3']).toContain(await seen.next());
    });

    it('goes on after a worker has failed', async () => {
      const seen = createWitness();
      tested.queue.work(async (batchId) => {
        await seen.worker(batchId);
        throw new Error('the worker failed');
      }, 1);
      await tested.queue.add([await due('1'), await due('2')]);
      expect([await seen.next(), await seen.next()].sort()).toEqual(['1', '2']);
    });

    it('gives each batch to one of two processes', async () => {
      const seen = createWitness();
      const ids = Array.from({ length: 20 }, (_, at) => String(at + 1));
      tested.queue.work(seen.worker, 2);
      tested.join().work(seen.worker, 2);
      await tested.queue.add(await Promise.all(ids.map((id) => due(id))));
      for (const _ of ids) await seen.next();
      expect(
        seen
          .all()
          .map(Number)
          .sort((a, b) => a - b),
      ).toEqual(ids.map(Number));
    });

    it('finishes what is in hand before it is closed, and starts nothing more', async () => {
      const finished: string[] = [];
      const { seen, door } = workBehindDoor(tested.queue, 1, (id) => finished.push(id));
      await tested.queue.add([await due('1'), await due('2')]);
      const first = await seen.next();
      const closed = tested.queue.close(10_000);
      door.open();
      await closed;
      expect(finished).toEqual([first]);
      expect(seen.all()).toEqual([first]);
    });

    it('keeps what a batch in hand adds while it is being closed', async () => {
      const { seen, door } = workBehindDoor(tested.queue, 1, async () =>
        tested.queue.add([await due('2')]),
      );
      await tested.queue.add([await due('1')]);
      await seen.next();
      const closed = tested.queue.close(10_000);
      door.open();
      await closed;
      const after = createWitness();
      tested.join().work(after.worker, 1);
      expect(await after.next()).toBe('2');
    });

    it('waits no longer than it may when it is closed', async () => {
      const { seen, door } = workBehindDoor(tested.queue, 1);
      await tested.queue.add([await due('1')]);
      await seen.next();
      await tested.queue.close(10);
      door.open();
    });

    it('leaves what it did not hand out to the next who works', async () => {
      const { seen, door } = workBehindDoor(tested.queue, 1);
      await tested.queue.add([await due('1'), await due('2')]);
      const first = await seen.next();
      const closed = tested.queue.close(10_000);
      door.open();
      await closed;
      const after = createWitness();
      tested.join().work(after.worker, 1);
      expect(await after.next()).toBe(first === '1' ? '2' : '1');
    });
  });
}

/** A worker that remembers what it was handed and can be waited for. */
export function createWitness() {
  const handed: string[] = [];
  const waiting: ((batchId: string) => void)[] = [];
  const unread: string[] = [];
  return {
    worker: async (batchId: string): Promise<void> => {
      handed.push(batchId);
      const next = waiting.shift();
      if (next) next(batchId);
      else unread.push(batchId);
    },
    next: (): Promise<string> => {
      const known = unread.shift();
      if (known !== undefined) return Promise.resolve(known);
      return new Promise((resolve) => waiting.push(resolve));
    },
    all: (): string[] => [...handed],
  };
}

/** Works, but hands nothing on before its door is open; `then` is what it does with it. */
export function workBehindDoor(
  queue: DeliveryQueue,
  most: number,
  then: (batchId: string) => unknown = () => undefined,
) {
  const seen = createWitness();
  const door = latch();
  queue.work(async (batchId) => {
    await seen.worker(batchId);
    await door.opened;
    await then(batchId);
  }, most);
  return { seen, door };
}
