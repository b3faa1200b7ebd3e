import { randomBytes } from 'node:crypto';
import { createClient } from 'redis';
import type { RedisSettings } from '../../server/src/ports';
import { readConfig } from '../../server/src/config/validate';

export const REDIS = process.env.COUNTERSIGN_TEST_REDIS ?? 'redis://127.0.0.1:6379';

/** A corner of the Redis that COUNTERSIGN_TEST_REDIS names, with nobody else in it. */
export interface TestRedis {
  readonly settings: RedisSettings;
  /** Forgets all keys in our corner. */
  flush(): Promise<void>;
  keys(): Promise<string[]>;
  remove(key: string): Promise<void>;
  /** What every job holds, of whatever queue. */
  jobs(): Promise<unknown[]>;
  close(): Promise<void>;
}

export async function openRedis(): Promise<TestRedis> {
  const prefix = `countersign-test-${randomBytes(6).toString('hex')}`;
  const { redis: settings } = readConfig({ redis: { url: REDIS, prefix } });
  if (!settings) throw new Error('COUNTERSIGN_TEST_REDIS must be a Redis URL');
  const client = createClient({ url: REDIS });
  await client.connect();
  const keys = async (): Promise<string[]> => {
    const found: string[] = [];
    for await (const page of client.scanIterator({ MATCH: `${prefix}*`, COUNT: 1000 }))
      found.push(...page);
    return found;
  };
  const flush = async (): Promise<void> => {
    for (const key of await keys()) await client.del(key);
  };
  return {
    settings,
    flush,
    keys,
    remove: async (key) => void (await client.del(key)),
    jobs: async () => {
      const held = (await keys()).filter((key) => key.endsWith(':jobs'));
      const jobs = await Promise.all(held.map((key) => client.hVals(key)));
      return jobs.flat().map((job): unknown => JSON.parse(job).data);
    },
    close: async () => {
      await flush();
      await client.close();
    },
  };
}
