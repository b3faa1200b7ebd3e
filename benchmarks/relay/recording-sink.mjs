import path from 'node:path';

import { startChild } from '../../scripts/demo/child.mjs';

const SCRIPT = path.join(import.meta.dirname, 'recording-sink-process.mjs');

/** A relay of its own process; `record()` is all it took: `at` in ms since 1970 and, in step, `readers`. */
export async function startRecordingSink(log) {
  const child = startChild({ name: 'relay', script: SCRIPT, log });
  const { port } = await child.hears('ready');
  const ask = (kind, answer) => {
    const heard = child.hears(answer);
    child.tell({ kind });
    return heard;
  };
  return {
    port,
    count: async () => (await ask('count', 'counted')).count,
    record: () => ask('record', 'recorded'),
    stop: child.stop,
  };
}
