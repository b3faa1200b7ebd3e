import type { Asking } from '../../domain/access/asking';
import { editionKeys } from '../../domain/delivery/edition-key';
import type { Edition } from '../../domain/editions/edition';
import { countsOf } from '../../domain/reports/counts';
import { ok, type Result } from '../../domain/result';
import { moveTold, refuseTold, type ControlDeps, type ControlRefusal } from './deps';

/** What a cancel could still keep back, and what it could not. */
export interface Cancelled {
  readonly edition: Edition;
  /** Readers who will not get it. */
  readonly skipped: number;
  /** Readers whose relay had accepted it already. */
  readonly accepted: number;
}

export async function cancel(
  deps: ControlDeps,
  editionId: string,
  by: Asking,
): Promise<Result<Cancelled, ControlRefusal>> {
  const full = await deps.editions.findFull(editionId);
  const act = 'edition.cancel';
  const edition = full && (await moveTold(deps, editionId, 'cancel', by));
  if (!edition) return refuseTold(deps, editionId, { by, act, reason: 'wrong-state' });
  deps.sender.stop(editionKeys(editionId, full.content));
  await skipRest(deps, editionId);
  const { skipped, accepted } = countsOf(await deps.reports.tallies([editionId]));
  return ok({ edition, skipped, accepted });
}

async function skipRest({ ledger, clock }: ControlDeps, editionId: string): Promise<void> {
  let after: string | null = null;
  do {
    const batch = await ledger.cancelNext(editionId, after, clock.now());
    after = batch?.batchId ?? null;
  } while (after !== null);
}
