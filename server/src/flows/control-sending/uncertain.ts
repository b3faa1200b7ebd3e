import type { Asking } from '../../domain/access/asking';
import { told, type Act } from '../../domain/audit/entry';
import { verifyCountersigned } from '../../domain/editions/verify';
import type { Edition } from '../../domain/editions/edition';
import type { EditionState } from '../../domain/editions/states';
import { ok, refuse, type Result } from '../../domain/result';
import type { UncertainDelivery, Wake } from '../../ports';
import { isStopped, moveTold, type ControlDeps, type ControlRefusal } from './deps';

export type UncertainRefusal = ControlRefusal | 'not-uncertain';
type Answer = Result<Edition, UncertainRefusal>;

/** Nobody sends it again. What a mail server's answer, found late, says of it is still written down. */
export async function close(
  deps: ControlDeps,
  delivery: UncertainDelivery,
  by: Asking,
): Promise<Answer> {
  const edition = await deps.editions.find(delivery.editionId);
  if (!edition)
    return refused(deps, delivery, { by, act: 'delivery.close', why: 'no-such-edition' });
  const closed = await deps.transactions.within(async () => {
    const done = await deps.uncertain.close(delivery);
    if (done) await record(deps, delivery, { by, act: 'delivery.close', result: 'done' });
    return done;
  });
  if (closed) return ok(edition);
  return refused(deps, delivery, { by, act: 'delivery.close', why: 'not-uncertain' });
}

/**
 * Once more, under the Message-ID it had: whoever got it the first time gets it twice. The edition goes on for
 * it if it was done; suppression and consent are looked at anew, as for everybody.
 */
export async function resend(
  deps: ControlDeps,
  delivery: UncertainDelivery,
  by: Asking,
): Promise<Answer> {
  const act = 'delivery.resend';
  const obstacle = await obstacleToResend(deps, delivery.editionId);
  if (obstacle) return refused(deps, delivery, { by, act, why: obstacle });
  const again = await deps.transactions.within(() => reopen(deps, delivery, by));
  if (!again.ok) return refused(deps, delivery, { by, act, why: again.reason });
  const { wake, edition } = again.value;
  await deps.queue.add([wake]);
  return ok((await pauseIfStopped(deps, delivery.editionId, by)) ?? edition);
}

/** Not one that was cancelled, nor one that is held: there a person has to decide of all of it first. */
const RESENT_IN: readonly EditionState[] = ['sending', 'paused', 'sent'];

async function obstacleToResend(
  deps: ControlDeps,
  editionId: string,
): Promise<UncertainRefusal | null> {
  if (await isStopped(deps)) return 'stopped-everything';
  const edition = await deps.editions.findFull(editionId);
  if (!edition) return 'no-such-edition';
  if (!RESENT_IN.includes(edition.state)) return 'wrong-state';
  const signed = verifyCountersigned(edition, await deps.decisions.of(editionId), deps.seals);
  return signed.ok ? null : 'not-countersigned';
}

/**
 * Whoever calls an edition sent holds it while they look for what is open, and so do we; then the batch: an
 * edition that is being sent with nothing open would be called sent again. Held, it is asked once more what it
 * is: in one that was cancelled meanwhile a pending delivery would be skipped, and nobody would know any more
 * that it may have arrived.
 */
async function reopen(
  deps: ControlDeps,
  delivery: UncertainDelivery,
  by: Asking,
): Promise<Result<{ wake: Wake; edition: Edition }, UncertainRefusal>> {
  const held = await deps.editions.lock(delivery.editionId);
  if (!held) return refuse('no-such-edition');
  if (!RESENT_IN.includes(held.state)) return refuse('wrong-state');
  const wake = await deps.uncertain.reopen(delivery, await deps.sharedClock.now());
  if (!wake) return refuse('not-uncertain');
  await record(deps, delivery, { by, act: 'delivery.resend', result: 'done' });
  const edition = await moveTold(deps, delivery.editionId, 'reopen', by);
  return ok({ wake, edition: edition ?? held });
}

/** Who stopped everything while we did this did not see this edition, so we pause it for them. */
const pauseIfStopped = async (
  deps: ControlDeps,
  editionId: string,
  by: Asking,
): Promise<Edition | null> =>
  (await isStopped(deps)) ? moveTold(deps, editionId, 'pause', by) : null;

async function refused(
  deps: ControlDeps,
  delivery: UncertainDelivery,
  { by, act, why }: { by: Asking; act: Act; why: UncertainRefusal },
): Promise<Answer> {
  await record(deps, delivery, { by, act, result: why });
  return refuse(why);
}

async function record(
  { audit, clock }: ControlDeps,
  { editionId, deliveryId }: UncertainDelivery,
  { by, act, result }: { by: Asking; act: Act; result: string },
): Promise<void> {
  const subject = { kind: 'edition', id: editionId };
  const detail = { delivery: deliveryId };
  await audit.record(told(by, { act, subject, result, detail, at: clock.now() }));
}
