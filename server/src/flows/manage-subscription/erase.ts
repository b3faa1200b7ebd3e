import type { Asking } from '../../domain/access/asking';
import { told } from '../../domain/audit/entry';
import { scrubAddresses } from '../../domain/delivery/scrub';
import { newId } from '../../domain/ids';
import { ok, refuse, type Result } from '../../domain/result';
import type { ClaimKey } from '../../domain/subscribers/claim';
import type { ErasedCounts, ErasureReceipt } from '../../domain/subscribers/erasure';
import { normaliseAddress } from '../../domain/subscribers/address';
import { NOBODY } from '../../domain/subscribers/mask';
import { mailboxOf } from '../../domain/subscribers/sign-up';
import type { LockedSubscriber } from '../../ports';
import type { ManageDeps } from './deps';
import { leaveLists, suppressAll } from './stop';

export type Erased = Result<ErasureReceipt, 'no-such-subscriber'>;

/** All that is personal goes; the hash stays suppressed, so that no source brings the person back. */
export async function erase(
  deps: ManageDeps,
  subscriberId: string,
  by: Asking,
  reason: string | null,
): Promise<Erased> {
  const [locked] = await deps.subscribers.lock([subscriberId]);
  if (!locked) return refuse('no-such-subscriber');
  const removed = await removeAll(deps, locked, by);
  const at = deps.clock.now();
  const receipt = { id: newId(at, deps.chance.bytes(10)), at, removed };
  await deps.audit.record(
    told(by, {
      act: 'subscriber.erase',
      result: 'done',
      subject: { kind: 'subscriber', id: locked.id },
      at,
      detail: {
        receipt: receipt.id,
        ...removed,
        ...(reason === null ? {} : { reason: scrubAddresses(reason) }),
      },
    }),
  );
  return ok(receipt);
}

async function removeAll(
  deps: ManageDeps,
  { id, addressHash }: LockedSubscriber,
  by: Asking,
): Promise<ErasedCounts> {
  const at = deps.clock.now();
  await suppressAll(deps, [{ addressHash, label: NOBODY }], { how: 'erasure', by });
  const memberships = await leaveLists(deps, [id], { how: 'erasure' });
  const labels = await deps.claims.erase([id], at);
  await deps.signUps.erase(addressHash, await mailboxHashOf(deps, id));
  await deps.pushed.erase(addressHash);
  // A system may have told of another address that no sync has come to yet.
  await deps.pushed.remove(await claimsOf(deps, id));
  const replies = await deps.deliveries.dropReplies(id);
  return { addresses: await deps.subscribers.erase([id], at), labels, memberships, replies };
}

/** The person in every source, and in others over the same people. */
const claimsOf = async ({ claims, kin }: ManageDeps, id: string): Promise<ClaimKey[]> => [
  ...(await claims.onSubscribers([id])),
  ...(await kin.othersOf([id])),
];

/** Null: the address is gone already. */
async function mailboxHashOf(
  { subscribers, keys }: ManageDeps,
  id: string,
): Promise<string | null> {
  const address = normaliseAddress((await subscribers.reveal(id))?.address ?? null);
  return address.ok ? keys.addressHash(mailboxOf(address.value.normalised)) : null;
}
