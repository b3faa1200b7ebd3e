import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

import { act } from './edition.mjs';

/** A little longer than it takes to freeze and send, so that some kills come when all is over. */
const WHOLE_JOB_MS = 1600;
const LOOK_EVERY_MS = 2;
const PATIENCE_MS = 30_000;

/** Whenever it happens to be. */
export const atRandom = ({ chance }) => pause(chance() * WHOLE_JOB_MS);

/** Seen in the database, by a third party. */
export const whenIn =
  (...states) =>
  ({ site, edition }) =>
    look(async () => states.includes(await site.ledger.stateOf(edition)));

/** Between a tenth and eight tenths of the readers. */
export async function inFlight({ site, edition, chance }) {
  const wanted = site.readers * (0.1 + 0.7 * chance());
  await look(async () => ((await site.ledger.counts(edition)).accepted ?? 0) >= wanted);
}

async function look(isThere) {
  const giveUpAt = Date.now() + PATIENCE_MS;
  while (!(await isThere())) {
    if (Date.now() > giveUpAt) throw new Error('the moment to strike never came');
    await pause(LOOK_EVERY_MS);
  }
}

export async function kill({ site, edition }) {
  const state = await site.ledger.stateOf(edition);
  site.signal('SIGKILL');
  await site.ended();
  return `killed while ${state}`;
}

export const again = ({ site }) => site.again();

/** @throws if it does not end by itself within what an orchestrator gives it */
export async function terminate({ site }) {
  const asked = Date.now();
  site.signal('SIGTERM');
  const end = await Promise.race([site.ended(), pause(GRACE_MS, 'nothing')]);
  if (end === 'nothing') throw new Error(`did not end within ${GRACE_MS} ms of SIGTERM`);
  return `ended with ${end} after ${Date.now() - asked} ms`;
}

const GRACE_MS = 10_000;

export const loseJournal = ({ site }) => rm(site.journal, { recursive: true, force: true });

export const ask =
  (what) =>
  async ({ people, edition }) => {
    await act(people, edition, what);
    return `asked to ${what}`;
  };

export const answering =
  (...answers) =>
  ({ site }) =>
    site.sink.answer(answers);

export const cutConnections = ({ site }) => site.ledger.cutConnections();
