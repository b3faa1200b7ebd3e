import { EventEmitter, once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { createBeeQueue } from '../../server/src/adapters/queue/bee-queue';
import type { DeliveryQueue, Log } from '../../server/src/ports';
import { createRememberedLog, silentLog } from '../support/log';
import { openRedis, type TestRedis } from '../support/redis';
import { layLine, type Line } from '../support/severed';
import { createWitness, queueContract, workBehindDoor } from '../contracts/queue.contract';

const sharedClock = { now: async () => Date.now() };
const wake = (batchId: string) => ({ batchId, dueAt: 0 });

interface JoinOptions {
  readonly port?: number;
  readonly log?: Log;
  readonly name?: string;
  readonly password?: string;
}

describe('the queue on Redis', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await openRedis();
  });
  afterAll(() => redis.close());

  let all: DeliveryQueue[] = [];
  const join = (change: JoinOptions = {}): DeliveryQueue => {
    const { port = redis.settings.port, log = silentLog, name = 'batches', password } = change;
    const settings = { ...redis.settings, port, ...(password ? { password } : {}) };
    const queue = createBeeQueue({ redis: settings, name, sharedClock, log, retryMs: 10 });
    all.push(queue);
    return queue;
  };
  const closeAll = async (): Promise<void> => {
    await Promise.all(all.map((queue) => queue.close(1000)));
    all = [];
  };

  queueContract('Redis', async () => {
    await redis.flush();
    return { queue: join(), join, now: sharedClock.now, close: closeAll };
  });

  describe('when Redis', () => {
    let line: Line;
    beforeEach(async () => {
      await redis.flush();
      line = await layLine(redis.settings);
    });
    afterEach(async () => {
      await closeAll();
      await line.close();
    });

    it('is not there at the start, begins as soon as it is, and says so once', async () => {
      line.cut();
      const log = createRememberedLog();
      const queue = join({ port: line.port, log });
      const seen = createWitness();
      queue.work(seen.worker, 1);
      await log.until('countersign.queue.trouble');
      await line.untilTried(10);
      await queue.add([wake('1')]);
      line.mend();
      await log.until('countersign.queue.well');
      await queue.add([wake('2')]);
      expect(await seen.next()).toBe('2');
      expect(log.events).toEqual([
        { event: 'countersign.queue.trouble', fields: { code: expect.any(String) } },
        { event: 'countersign.queue.well', fields: {} },
      ]);
    });

    it.each(['', 'a password'])('refuses us (%p), is tried again and again', async (password) => {
      const log = createRememberedLog();
      const tried = new EventEmitter();
      const server = createServer((socket) => {
        tried.emit('tried');
        socket.on('error', () => socket.destroy());
        socket.on('data', () => socket.write('-NOAUTH Authentication required.\r\n'));
      });
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      join({ port, log, password }).work(createWitness().worker, 1);
      for (let times = 0; times < 10; times += 1) await once(tried, 'tried');
      await closeAll();
      server.close();
      expect(log.events).toEqual([
        { event: 'countersign.queue.trouble', fields: { code: 'NOAUTH' } },
      ]);
    });

    it('goes away while it is working, goes on when it is back', async () => {
      const log = createRememberedLog();
      const queue = join({ port: line.port, log });
      const seen = createWitness();
      queue.work(seen.worker, 2);
      await queue.add([wake('1')]);
      expect(await seen.next()).toBe('1');
      line.cut();
      await log.until('countersign.queue.trouble');
      await queue.add([wake('2')]);
      line.mend();
      await log.until('countersign.queue.well');
      await queue.add([wake('3')]);
      expect(await seen.next()).toBe('3');
      expect(log.events).toHaveLength(2);
    });

    it('has no more in hand than it may after Redis came back', async () => {
      const log = createRememberedLog();
      const queue = join({ port: line.port, log });
      const { seen, door } = workBehindDoor(queue, 1);
      await queue.add([wake('1')]);
      await seen.next();
      line.cut();
      await log.until('countersign.queue.trouble');
      line.mend();
      await log.until('countersign.queue.well');
      await queue.add([wake('2')]);
      // Another process would have it by now.
      const other = createWitness();
      join().work(other.worker, 1);
      await join().add([wake('3')]);
      expect(await other.next()).toMatch(/^[23]$/);
      expect(seen.all()).toEqual(['1']);
      door.open();
    });

    it('was emptied, takes what is added again', async () => {
      const seen = createWitness();
      const queue = join();
      await queue.add([wake('1')]);
      await redis.flush();
      queue.work(seen.worker, 1);
      await queue.add([wake('1')]);
      expect(await seen.next()).toBe('1');
    });

    it('has lost the list of what waits and not the jobs, takes them again', async () => {
      const queue = join();
      await queue.add([wake('1'), wake('2')]);
      for (const key of await redis.keys()) if (key.endsWith(':waiting')) await redis.remove(key);
      await queue.add([wake('1'), wake('2')]);
      const seen = createWitness();
      queue.work(seen.worker, 1);
      expect([await seen.next(), await seen.next()].sort()).toEqual(['1', '2']);
    });

    it('is shared, leaves each queue its own', async () => {
      const [ours, theirs] = [createWitness(), createWitness()];
      join({ name: 'ours' }).work(ours.worker, 1);
      join({ name: 'theirs' }).work(theirs.worker, 1);
      await join({ name: 'theirs' }).add([wake('1')]);
      await join({ name: 'ours' }).add([wake('2')]);
      expect([await theirs.next(), await ours.next()]).toEqual(['1', '2']);
    });

    it('knows a batch, knows its id and nothing else', async () => {
      await join().add([wake('4711')]);
      expect(await redis.jobs()).toEqual([{ batch: '4711' }]);
    });
  });
});
