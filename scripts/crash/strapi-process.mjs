/** The playground as `strapi start` runs it, with code beside it that a fault may want. */
import { dieAt } from './die-at.mjs';

const orders = {
  /** Somebody's code that keeps the whole process busy. */
  block: ({ ms }) => {
    const until = Date.now() + ms;
    while (Date.now() < until);
    process.send({ kind: 'went-on' });
  },
  'die-at': async ({ moment }) => {
    await dieAt(moment, globalThis.strapi.db);
    process.send({ kind: 'will-die' });
  },
};

process.on('message', (message) => orders[message.kind]?.(message));

await import('../demo/strapi/process.mjs');
