import { setTimeout as pause } from 'node:timers/promises';

/** What the relay says or does instead of 250 to the next dots, see `sink-answers.mjs`. */
export const answering =
  (times, answer) =>
  ({ site }) =>
    site.sink.answer(Array(times).fill(answer));

/** What it kept waiting goes on, whether anybody is still there or not. */
export const relayGoesOn = ({ site }) => void site.sink.goOn();

export const certify =
  (certificate) =>
  ({ site }) =>
    void site.sink.certify(certificate);

/** @throws if the relay got anything, or the edition gave up */
export async function nothingGoesOut({ site, edition }) {
  await pause(4_000);
  const count = await site.sink.count();
  const state = await site.ledger.stateOf(edition);
  if (count > 0 || state !== 'sending') throw new Error(`${count} went out, edition ${state}`);
  return 'nothing went out';
}

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
