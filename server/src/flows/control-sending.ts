import type { Asking } from '../domain/access/asking';
import { told } from '../domain/audit/entry';
import { editionKeys } from '../domain/delivery/edition-key';
import { readStop, STOP_SETTING, type Stop } from '../domain/delivery/stop';
import type { Edition } from '../domain/editions/edition';
import { ok, type Result } from '../domain/result';
import { cancel } from './control-sending/cancel';
import {
  moveTold,
  refuseTold,
  type ControlDeps,
  type ControlRefusal,
} from './control-sending/deps';
import { resume } from './control-sending/resume';
import { close, resend } from './control-sending/uncertain';

export type { Cancelled } from './control-sending/cancel';
export type { ControlDeps, ControlRefusal } from './control-sending/deps';
export type { UncertainRefusal } from './control-sending/uncertain';

const AT_ONCE = 100;

/** What people do to an edition on its way. What is in the wire's hand is always finished. */
export const createControlSending = (deps: ControlDeps) => ({
  pause: (editionId: string, by: Asking): Promise<Result<Edition, ControlRefusal>> =>
    pause(deps, editionId, by),

  /** Paused or held; held only if its first message has gone out, and only the same bytes. */
  resume: (editionId: string, by: Asking) => resume(deps, editionId, by),

  /** For good. Says how many readers get it nevertheless. */
  cancel: (editionId: string, by: Asking) => cancel(deps, editionId, by),

  /** An *uncertain* delivery is closed, or sent once more: that is for a person to decide. */
  close: (editionId: string, deliveryId: string, by: Asking) =>
    close(deps, { editionId, deliveryId }, by),
  resend: (editionId: string, deliveryId: string, by: Asking) =>
    resend(deps, { editionId, deliveryId }, by),

  /** Within two seconds no message begins anywhere, and none will until it is lifted. */
  stopEverything: async (by: Asking): Promise<Stop> => {
    const stop = await setStop(deps, true, by);
    deps.sender.stop();
    await pauseAll(deps, by);
    return stop;
  },

  /** Editions stay paused until somebody resumes each. */
  liftStop: (by: Asking): Promise<Stop> => setStop(deps, false, by),

  stopped: async (): Promise<Stop> => readStop(await deps.settings.get(STOP_SETTING)),
});

/** The newest first; what begins from now on is paused by whoever begins it. */
async function pauseAll(deps: ControlDeps, by: Asking): Promise<void> {
  let before: string | undefined;
  do {
    const page = before === undefined ? {} : { before };
    const sending = await deps.editions.list({ states: ['sending'], limit: AT_ONCE, ...page });
    for (const { id } of sending) await moveTold(deps, id, 'pause', by);
    before = sending.length < AT_ONCE ? undefined : sending.at(-1)?.id;
  } while (before !== undefined);
}

async function pause(
  deps: ControlDeps,
  editionId: string,
  by: Asking,
): Promise<Result<Edition, ControlRefusal>> {
  const moved = await moveTold(deps, editionId, 'pause', by);
  const act = 'edition.pause';
  if (!moved) return refuseTold(deps, editionId, { by, act, reason: 'wrong-state' });
  const full = await deps.editions.findFull(editionId);
  if (full) deps.sender.stop(editionKeys(editionId, full.content));
  return ok(moved);
}

async function setStop(deps: ControlDeps, stopped: boolean, by: Asking): Promise<Stop> {
  const at = deps.clock.now();
  const stop: Stop = { stopped, by: by.person, at };
  const act = stopped ? 'stop.everything' : 'stop.lift';
  const subject = { kind: 'setting', id: STOP_SETTING };
  await deps.transactions.within(async () => {
    await deps.settings.set(STOP_SETTING, stop, by.person, at);
    await deps.audit.record(told(by, { act, result: 'done', subject, at }));
  });
  return stop;
}
