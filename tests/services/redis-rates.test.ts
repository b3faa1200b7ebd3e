import { createRedisRates } from '../../server/src/adapters/rates/redis-rates';
import type { RateStore } from '../../server/src/ports';
import { ratesContract } from '../contracts/rates.contract';
import { openRedis, type TestRedis } from '../support/redis';
import { layLine } from '../support/severed';

describe('the rates on Redis', () => {
  let redis: TestRedis;
  const all: RateStore[] = [];
  beforeAll(async () => {
    redis = await openRedis();
  });
  afterAll(async () => {
    await Promise.all(all.map((store) => store.close()));
    await redis.close();
  });
  const open = (port = redis.settings.port, now?: () => number): RateStore => {
    const settings = { ...redis.settings, port };
    const store = createRedisRates({ redis: settings, name: 'house', ...(now ? { now } : {}) });
    all.push(store);
    return store;
  };

  ratesContract('Redis', async () => {
    let time = 0;
    const join = () => open(redis.settings.port, () => time);
    return { store: join(), join, setClock: (now) => void (time = now) };
  });

  it('go by the clock of Redis', async () => {
    const grants = [];
    for (let times = 0; times < 3; times += 1)
      grants.push(await open().take([{ name: 'own-clock', perSecond: 1 }], 1));
    expect(grants.map((grant) => grant?.messages)).toEqual([1, 1, 0]);
    expect(grants[2]?.waitMs).toBeLessThanOrEqual(500);
  });

  it.each([
    ['is away', 'cut'],
    ['says nothing', 'hush'],
  ] as const)(
    'give nothing, and soon, while Redis %s, and go on when it is back',
    async (_what, fail) => {
      const line = await layLine(redis.settings);
      const store = open(line.port);
      const take = () => store.take([{ name: fail, perSecond: 1000 }], 1);
      expect(await take()).toMatchObject({ messages: 1 });
      line[fail]();
      // First it is asked, then it is connected to.
      expect(await take()).toBeNull();
      expect(await take()).toBeNull();
      line.mend();
      expect(await take()).toMatchObject({ messages: 1 });
      await store.close();
      await line.close();
    },
    10_000,
  );
});
