import { hasDrifted } from '../../domain/audience/drift';
import { readStop, STOP_SETTING } from '../../domain/delivery/stop';
import type { Edition, FullEdition } from '../../domain/editions/edition';
import type { Countersigned } from '../../domain/editions/verify';
import { ok, refuse, type Result } from '../../domain/result';
import type { Lease, Wake } from '../../ports';
import { hold, moveTold, type StartRefusal } from './answer';
import type { StartDeps } from './deps';
import { discardStaged, freezeAudience, underLease, type Frozen } from './freeze-audience';

/** freezing → sending. The edition is *freezing* and the lease is ours. */
export async function freezeAndBegin(
  deps: StartDeps,
  edition: FullEdition,
  { readersShown }: Countersigned,
  lease: Lease,
): Promise<Result<Edition, StartRefusal>> {
  const frozen = await freezeAudience(deps, edition, lease);
  if (!frozen) return refuse('somebody-was-first');
  const { readers } = frozen;
  if (hasDrifted(readersShown, readers, deps.approval.audienceDriftPercent)) {
    await underLease(deps, lease, () => hold(deps, edition.id, 'drift', { readersShown, readers }));
    await discardStaged(deps, edition.id, lease);
    return refuse('held');
  }
  const begun = await begin(deps, edition.id, frozen, lease);
  if (!begun) {
    await discardStaged(deps, edition.id, lease);
    const now = await deps.editions.find(edition.id);
    return refuse(now?.state === 'held' ? 'held' : 'somebody-was-first');
  }
  return ok(await goOn(deps, begun));
}

/** The one row that makes the freeze valid. */
const begin = (deps: StartDeps, id: string, { freezeId, readers }: Frozen, lease: Lease) =>
  underLease(deps, lease, () =>
    moveTold(deps, id, 'begin', { act: 'edition.begin', freezeId, readers, detail: { readers } }),
  );

/** Wakes the workers, unless *stop everything* came while we froze: whoever stopped did not see this one. */
async function goOn(deps: StartDeps, edition: Edition): Promise<Edition> {
  if (readStop(await deps.settings.get(STOP_SETTING)).stopped) {
    const act = 'edition.pause';
    return (await moveTold(deps, edition.id, 'pause', { act })) ?? edition;
  }
  await enqueue(deps, edition.id);
  if (edition.readers !== 0) return edition;
  const finishedAt = deps.clock.now();
  const act = 'edition.finish';
  return (await moveTold(deps, edition.id, 'finish', { act, finishedAt })) ?? edition;
}

const AT_ONCE = 500;

async function enqueue({ batches, queue }: StartDeps, editionId: string): Promise<void> {
  let wakes: Wake[] = [];
  do {
    wakes = await batches.findOpen(editionId, wakes.at(-1)?.batchId ?? null, AT_ONCE);
    if (wakes.length > 0) await queue.add(wakes);
  } while (wakes.length === AT_ONCE);
}
