import path from 'node:path';

import { startChild } from '../demo/child.mjs';

const SCRIPT = path.join(import.meta.dirname, 'sink-process.mjs');

/** A relay of its own process that remembers what it accepted, `delayMs` after each final dot. */
export async function startSink(folder, delayMs) {
  const log = path.join(folder, 'sink.log');
  const args = [JSON.stringify({ delayMs })];
  const child = startChild({ name: 'relay', script: SCRIPT, args, log });
  const { port, securePort } = await child.hears('ready');
  const ask = async (kind, answer) => {
    const heard = child.hears(answer);
    child.tell({ kind });
    return heard;
  };
  return {
    port,
    /** There it speaks STARTTLS. */
    securePort,
    stop: child.stop,
    /** The next dots are answered so; all after them 250. */
    answer: (answers) => child.tell({ kind: 'answer', answers }),
    /** Resolves when the message that is `left` ahead has come to this stage, where it waits for `goOn`. */
    catchAt: (stage, left) => {
      const caught = child.hears('caught');
      child.tell({ kind: 'catch', stage, left });
      return caught;
    },
    goOn: () => child.tell({ kind: 'go-on' }),
    /** Which certificate it shows from now on: `valid` or `expired`. */
    certify: (certificate) => child.tell({ kind: 'certify', certificate }),
    /** How many it has accepted since it was emptied. */
    count: async () => (await ask('count', 'counted')).count,
    /** Of all it ever accepted: delivery id → the link that unsubscribes. */
    links: async () => new Map(Object.entries((await ask('links', 'linked')).links)),
    /** What was accepted since it was last asked: `{ to, messageId }`. */
    empty: async () => (await ask('empty', 'taken')).accepted,
  };
}
