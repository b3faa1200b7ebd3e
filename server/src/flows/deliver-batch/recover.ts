import { newId } from '../../domain/ids';
import type { LeftJournal } from '../../ports';
import { LEASE_MS, type DeliverDeps } from './deps';
import type { Pump } from './pump';
import { recoverBatch, settleFromJournal } from './recover-batch';

const AT_ONCE = 100;

/** Takes over from workers that are gone: from those with a journal here first, it knows most. */
export async function recover(pump: Pump): Promise<void> {
  const { deps } = pump;
  for (const journal of deps.journals.leftBehind()) {
    if (await isGone(deps, journal)) await recoverOwner(pump, journal);
  }
  for (const claim of await deps.batches.findAbandoned(null, AT_ONCE)) {
    const isOurs = claim.owner === deps.sender.owner;
    if (!isOurs || !isInHand(pump, claim.batchId)) await recoverBatch(deps, claim, null);
  }
}

/** The name of the lease a living worker renews. */
export const workerLease = (owner: string): string => `worker:${owner}`;

/** Who cannot be seen from here is gone when nobody renews its lease. */
async function isGone(deps: DeliverDeps, { owner, isProvenDead }: LeftJournal): Promise<boolean> {
  if (isProvenDead) return true;
  const heir = newId(deps.clock.now(), deps.chance.bytes(10));
  return (await deps.leases.take(workerLease(owner), heir, LEASE_MS)) !== null;
}

/** Its journal goes last: until then all of this is done again. */
async function recoverOwner({ deps }: Pump, journal: LeftJournal): Promise<void> {
  await deps.leases.endOf(journal.owner);
  await deps.wakes.letGo(journal.owner);
  const claims = await deps.batches.findAbandoned(journal.owner, AT_ONCE);
  for (const claim of claims) await recoverBatch(deps, claim, journal);
  await settleFromJournal(deps, journal);
  if (claims.length < AT_ONCE) deps.journals.bury(journal);
}

const isInHand = ({ hands }: Pump, batchId: string): boolean =>
  [...hands].some(({ claim }) => claim.batchId === batchId);
