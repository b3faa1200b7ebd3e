import { setTimeout as pause } from 'node:timers/promises';

/** A little longer than it takes to freeze and send, so that some kills come when all is over. */
const WHOLE_JOB_MS = 1600;
const LOOK_EVERY_MS = 2;
const PATIENCE_MS = 90_000;

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

/** When a message of those between a tenth and eight tenths has come so far, as the relay sees it. */
export const atRelay =
  (stage) =>
  async ({ site, chance }) => {
    await site.sink.catchAt(stage, Math.ceil(site.readers * (0.1 + 0.7 * chance())));
    return `at ${stage}`;
  };

/** What is on the wire is settled, and what is not begun stays so. */
export const whenQuiet = ({ site, edition }) =>
  look(async () => !(await site.ledger.counts(edition)).sending);

export const wait = (ms) => async () => {
  await pause(ms);
  return `${ms / 1000} s later`;
};

/** @throws with the words of `otherwise` when it takes too long */
export async function look(isThere, { otherwise = NEVER, everyMs = LOOK_EVERY_MS } = {}) {
  const giveUpAt = Date.now() + PATIENCE_MS;
  while (!(await isThere())) {
    if (Date.now() > giveUpAt) throw new Error(otherwise);
    await pause(everyMs);
  }
}

const NEVER = 'the moment to strike never came';
