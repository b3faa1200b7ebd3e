import { randomBytes } from 'node:crypto';

import { createClient } from 'redis';

const URL = process.env.COUNTERSIGN_TEST_REDIS ?? 'redis://127.0.0.1:6379';

/** A corner of the Redis that COUNTERSIGN_TEST_REDIS names: `env` for the playground, `remove()` empties it. */
export function openRedis() {
  const prefix = `countersign-bench-${randomBytes(6).toString('hex')}`;
  return {
    env: { REDIS_URL: URL, REDIS_PREFIX: prefix },
    remove: async () => {
      const client = createClient({ url: URL });
      await client.connect();
      for await (const keys of client.scanIterator({ MATCH: `${prefix}*` }))
        if (keys.length > 0) await client.del(keys);
      await client.close();
    },
  };
}
