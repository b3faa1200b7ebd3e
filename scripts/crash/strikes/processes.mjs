import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

import { look } from './moments.mjs';

/** What an orchestrator gives a process it has asked to end. */
const GRACE_MS = 10_000;

export async function kill({ site, edition }) {
  const state = await site.ledger.stateOf(edition);
  site.strapi.signal('SIGKILL');
  await site.strapi.ended;
  return `killed while ${state}`;
}

/** Told before the start; from then on it is to die there. */
export const dieAt =
  (moment) =>
  async ({ site }) => {
    const armed = site.strapi.hears('will-die');
    site.strapi.tell({ kind: 'die-at', moment });
    await armed;
  };

const STILL_ALIVE = { otherwise: 'it never came to where it was to die', everyMs: 5 };

export async function died({ site, edition }) {
  let end;
  void site.strapi.ended.then((how) => (end = how));
  await look(() => end !== undefined, STILL_ALIVE);
  return `died by ${end} while ${await site.ledger.stateOf(edition)}`;
}

/** @throws if it does not end by itself in time */
export async function terminate({ site }) {
  const asked = Date.now();
  site.strapi.signal('SIGTERM');
  const end = await Promise.race([site.strapi.ended, pause(GRACE_MS, 'nothing')]);
  if (end === 'nothing') throw new Error(`did not end within ${GRACE_MS} ms of SIGTERM`);
  return `ended with ${end} after ${Date.now() - asked} ms`;
}

/** Where it must not send. */
export const startAnew = ({ site }) => site.again();

/** Notes in `scene.againMs` how long after its start it sends again; the longest if there are several. */
export async function again(scene) {
  const { site } = scene;
  await site.again();
  await noteWhenSending(scene, Date.now());
}

/** It and a second one, in the same moment. */
export async function bothAgain(scene) {
  const { site } = scene;
  await Promise.all([site.again(), site.join()]);
  await noteWhenSending(scene, Date.now());
}

const NEVER = { otherwise: 'it never sent again', everyMs: 50 };

/** Until the relay takes one more, or nothing is left that it could take. */
async function noteWhenSending({ site, edition, timing }, since) {
  if (!['freezing', 'sending'].includes(await site.ledger.stateOf(edition))) return;
  const before = await site.sink.count();
  await look(async () => {
    if ((await site.sink.count()) > before) return true;
    const { pending = 0, sending = 0, ...others } = await site.ledger.counts(edition);
    return pending + sending === 0 && Object.keys(others).length > 0;
  }, NEVER);
  timing.againMs = Math.max(timing.againMs, Date.now() - since);
}

/** It stands still, as on a machine that was suspended; it is alive to everybody who looks. */
export const standStill = ({ site }) => void site.strapi.signal('SIGSTOP');
export const goOn = ({ site }) => void site.strapi.signal('SIGCONT');

/** A second one, on the same database and the same disk. */
export const joinSecond = ({ site }) => site.join();
export const endSecond = ({ site }) => site.part();

/** Its event loop, as a bug in somebody's code would; the sending thread has its own. */
export const block =
  (ms) =>
  async ({ site }) => {
    const heard = site.strapi.hears('went-on');
    site.strapi.tell({ kind: 'block', ms });
    await heard;
    return `blocked for ${ms / 1000} s`;
  };

export const loseJournal = ({ site }) => rm(site.journal, { recursive: true, force: true });
