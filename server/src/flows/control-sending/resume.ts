import type { Asking } from '../../domain/access/asking';
import { THE_HOUSE } from '../../domain/audit/entry';
import type { Edition } from '../../domain/editions/edition';
import { verifyCountersigned } from '../../domain/editions/verify';
import { ok, type Result } from '../../domain/result';
import type { Wake } from '../../ports';
import { isStopped, moveTold, refuseTold, type ControlDeps, type ControlRefusal } from './deps';

/** Only the very bytes that were countersigned go on. */
export async function resume(
  deps: ControlDeps,
  editionId: string,
  by: Asking,
): Promise<Result<Edition, ControlRefusal>> {
  const obstacle = await obstacleToResume(deps, editionId);
  const act = 'edition.resume';
  if (obstacle) return refuseTold(deps, editionId, { by, act, reason: obstacle });
  const moved = await moveTold(deps, editionId, 'resume', by, { heldBecause: null });
  if (!moved) return refuseTold(deps, editionId, { by, act, reason: 'wrong-state' });
  return ok((await goOn(deps, editionId, by)) ?? moved);
}

async function obstacleToResume(
  deps: ControlDeps,
  editionId: string,
): Promise<ControlRefusal | null> {
  const { editions, decisions, seals } = deps;
  if (await isStopped(deps)) return 'stopped-everything';
  const edition = await editions.findFull(editionId);
  if (!edition) return 'no-such-edition';
  const signed = verifyCountersigned(edition, await decisions.of(editionId), seals);
  return signed.ok ? null : 'not-countersigned';
}

const AT_ONCE = 500;

/**
 * Wakes that came while it was paused are gone; and what was in the wire's hand may have been the last.
 * Who stopped everything while we resumed did not see this edition, so we pause it for them.
 */
async function goOn(deps: ControlDeps, id: string, by: Asking): Promise<Edition | null> {
  if (await isStopped(deps)) return moveTold(deps, id, 'pause', by);
  let wakes: Wake[] = [];
  do {
    wakes = await deps.batches.findOpen(id, wakes.at(-1)?.batchId ?? null, AT_ONCE);
    if (wakes.length > 0) await deps.queue.add(wakes);
  } while (wakes.length === AT_ONCE);
  if (await deps.batches.hasOpen(id)) return null;
  return moveTold(deps, id, 'finish', THE_HOUSE, { finishedAt: deps.clock.now() });
}
