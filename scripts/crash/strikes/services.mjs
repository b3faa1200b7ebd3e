import { setTimeout as pause } from 'node:timers/promises';

/** What the relay says or does instead of 250 to the next dots, see `sink-answers.mjs`. */
export const answering =
  (times, answer) =>
  ({ site }) =>
    site.sink.answer(Array(times).fill(answer));

export async function cutConnections({ site }) {
  const cut = await site.ledger.cutConnections();
  return `${cut} connections cut`;
}

export const pauseRedis =
  (ms) =>
  async ({ site }) => {
    site.redis.signal('SIGSTOP');
    await pause(ms);
    site.redis.signal('SIGCONT');
    return `Redis stood still for ${ms / 1000} s`;
  };

export async function emptyRedis({ site }) {
  await site.redis.empty();
}
export const stopRedis = ({ site }) => site.redis.stop();
export const startRedis = ({ site }) => site.redis.start();
