import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { startChild } from '../../scripts/demo/child.mjs';
import { waitUntil } from '../../scripts/demo/http/wait-until.mjs';

const SCRIPT = path.join(import.meta.dirname, 'worker-process.mjs');
const BEGAN = 'countersign.worker.began';

/** Processes that send and do nothing else, beside the one that serves; `env` is what that one was given. */
export function startWorkers(count, { app, env, folder }) {
  return Promise.all(
    Array.from({ length: count }, (_, at) => startWorker(at, { app, env, folder })),
  );
}

async function startWorker(at, { app, env, folder }) {
  const log = path.join(folder, `worker-${at}.log`);
  const child = startChild({
    ...{ name: 'worker', script: SCRIPT, cwd: app, log },
    env: { ...env, LOG_LEVEL: 'info' },
  });
  const works = async () => existsSync(log) && readFileSync(log, 'utf8').includes(BEGAN);
  await waitUntil('a worker works', works, 120);
  return child;
}
