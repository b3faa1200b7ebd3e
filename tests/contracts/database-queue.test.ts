import { createDatabaseQueue } from '../../server/src/adapters/queue/database-queue';
import { createWakeStore } from '../../server/src/adapters/store/wakes';
import type { DeliveryQueue, WakeStore } from '../../server/src/ports';
import { openDatabase, type TestDatabase } from '../support/database';
import { createStoppedClock } from '../support/ledger';
import { silentLog } from '../support/log';
import { queueContract } from './queue.contract';

describe('the embedded queue', () => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openDatabase();
  });
  afterAll(() => opened.close());

  const emptied = () => opened.db.read((k) => opened.db.table(k, 'countersign_queue').delete());

  queueContract('the embedded queue', async () => {
    await emptied();
    const wakes = createWakeStore(opened.db);
    const all: DeliveryQueue[] = [];
    const join = (): DeliveryQueue => {
      const owner = `process-${all.length}`;
      const queue = createDatabaseQueue({ wakes, owner, log: silentLog, lookEveryMs: 20 });
      all.push(queue);
      return queue;
    };
    const close = async () => {
      await Promise.all(all.map((queue) => queue.close(1000)));
    };
    return { queue: join(), join, now: () => opened.db.now(), close };
  });

  describe('in the database', () => {
    const clock = createStoppedClock(1000);
    let wakes: WakeStore;
    beforeEach(async () => {
      await emptied();
      clock.set(1000);
      wakes = createWakeStore(opened.db, clock);
    });

    it('says how long until the next is due', async () => {
      expect(await wakes.untilNext()).toBeNull();
      await wakes.add([{ batchId: '1', dueAt: 1500 }]);
      expect(await wakes.untilNext()).toBe(500);
      clock.pass(600);
      expect(await wakes.untilNext()).toBe(0);
    });

    it('gives the longest due first', async () => {
      await wakes.add([
        { batchId: '1', dueAt: 900 },
        { batchId: '2', dueAt: 800 },
      ]);
      expect(await wakes.take('ann', 5, 60_000)).toEqual(['2', '1']);
    });

    it('gives out again what was taken by a worker who never came back', async () => {
      await wakes.add([{ batchId: '1', dueAt: 0 }]);
      await wakes.take('ann', 1, 60_000);
      expect(await wakes.take('bob', 1, 60_000)).toEqual([]);
      clock.pass(60_000);
      expect(await wakes.take('bob', 1, 60_000)).toEqual(['1']);
      await wakes.finish('ann', '1');
      clock.pass(60_000);
      expect(await wakes.take('cid', 1, 60_000)).toEqual(['1']);
    });

    it('takes more wakes at once than one statement holds', async () => {
      const many = Array.from({ length: 1201 }, (_, at) => ({ batchId: String(at + 1), dueAt: 0 }));
      await wakes.add(many);
      expect(await wakes.take('ann', 2000, 1)).toHaveLength(1201);
    });

    it('forgets what no batch waits for', async () => {
      await wakes.add([{ batchId: '77', dueAt: 0 }]);
      await wakes.forgetDone();
      expect(await wakes.take('ann', 1, 1)).toEqual([]);
    });
  });
});
