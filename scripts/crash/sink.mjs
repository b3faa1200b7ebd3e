import path from 'node:path';

import { startChild } from '../demo/child.mjs';

const SCRIPT = path.join(import.meta.dirname, 'sink-process.mjs');

/** A relay of its own process that remembers what it accepted, `delayMs` after each final dot. */
export async function startSink(folder, delayMs) {
  const log = path.join(folder, 'sink.log');
  const args = [JSON.stringify({ delayMs })];
  const child = startChild({ name: 'relay', script: SCRIPT, args, log });
  const { port } = await child.hears('ready');
  return {
    port,
    stop: child.stop,
    /** The next dots are answered so; all after them 250. */
    answer: (answers) => child.tell({ kind: 'answer', answers }),
    /** What was accepted since it was last asked: `{ to, messageId }`. */
    empty: async () => {
      const heard = child.hears('taken');
      child.tell({ kind: 'empty' });
      return (await heard).accepted;
    },
  };
}
