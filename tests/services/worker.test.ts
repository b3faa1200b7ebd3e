import { workerContract } from '../contracts/worker.contract';
import { openRedis, REDIS, type TestRedis } from '../support/redis';

describe('on Redis', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await openRedis();
  });
  afterAll(async () => {
    await redis.close();
    process.env.REDIS_URL = '';
  });

  workerContract('on Redis', {
    env: () => ({ REDIS_URL: REDIS, REDIS_PREFIX: redis.settings.prefix }),
    waiting: async () => (await redis.jobs()).length,
  });
});
