import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { createClient } from 'redis';

import { freePort } from '../demo/free-port.mjs';
import { waitUntil } from '../demo/http/wait-until.mjs';

/** A Redis of this run's own that can be paused, emptied, killed and started again, empty, on its port. */
export async function openRedis(folder) {
  const port = await freePort(0);
  const url = `redis://127.0.0.1:${port}`;
  let child = null;
  const redis = {
    url,
    start: async () => {
      const args = ['--port', port, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
      child = spawn('redis-server', args, { cwd: folder, stdio: 'ignore' });
      await waitUntil('Redis answers', () => withClient(url, (client) => client.ping()).catch(no));
    },
    signal: (signal) => child.kill(signal),
    empty: () => withClient(url, (client) => client.flushAll()),
    stop: async () => {
      const dying = child;
      child = null;
      if (!dying) return;
      dying.kill('SIGKILL');
      await once(dying, 'exit');
    },
  };
  await redis.start();
  return redis;
}

const no = () => false;

async function withClient(url, work) {
  const client = createClient({ url, socket: { reconnectStrategy: false } });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    client.destroy();
  }
}
