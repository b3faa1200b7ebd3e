import path from 'node:path';

import { startChild } from '../demo/child.mjs';

const SCRIPT = path.join(import.meta.dirname, 'sink-process.mjs');

/** A relay of its own process that remembers what it accepted, `delayMs` after each final dot. */
export async function startSink(folder, delayMs) {
  const log = path.join(folder, 'sink.log');
  const args = [JSON.stringify({ delayMs })];
  const child = startChild({ name: 'relay', script: SCRIPT, args, log });
  const { port } = await child.hears('ready');
  const ask = async (kind, answer) => {
    const heard = child.hears(answer);
    child.tell({ kind });
    return heard;
  };
  return {
    port,
    stop: child.stop,
    /** The next dots are answered so; all after them 250. */
    answer: (answers) => child.tell({ kind: 'answer', answers }),
    /** How many it has accepted since it was emptied. */
    count: async () => (await ask('count', 'counted')).count,
    /** Of all it ever accepted: delivery id → the link that unsubscribes. */
    links: async () => new Map(Object.entries((await ask('links', 'linked')).links)),
    /** What was accepted since it was last asked: `{ to, messageId }`. */
    empty: async () => (await ask('empty', 'taken')).accepted,
  };
}
