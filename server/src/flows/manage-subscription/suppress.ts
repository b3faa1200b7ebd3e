import type { Asking } from '../../domain/access/asking';
import { told } from '../../domain/audit/entry';
import { scrubAddresses } from '../../domain/delivery/scrub';
import { ok, refuse, type Result } from '../../domain/result';
import { normaliseAddress } from '../../domain/subscribers/address';
import { maskAddress } from '../../domain/subscribers/mask';
import type { HashedAddress } from '../../ports';
import type { ManageDeps } from './deps';
import { stop, suppressAll, type Way } from './stop';

/** The answer is the same whatever was known: who may suppress need not see who is suppressed, nor why. */
export async function suppress(
  deps: ManageDeps,
  typed: string,
  by: Asking,
  note: string | null,
): Promise<Result<{ readonly label: string }, 'bad-address'>> {
  const address = normaliseAddress(typed);
  if (!address.ok) return refuse('bad-address');
  const addressHash = deps.keys.addressHash(address.value.normalised);
  const label = maskAddress(address.value);
  const way: Way = { how: 'by-hand', by, note: note && scrubAddresses(note, typed) };

  // A sync may be making this very subscriber: it has to be through before we look for them.
  await deps.lists.takeTurn();
  const id = (await deps.subscribers.idsOf([addressHash])).get(addressHash);
  if (id === undefined) await suppressUnknown(deps, addressHash, label, way);
  else await stop(deps, [id], way);
  return ok({ label });
}

async function suppressUnknown(
  deps: ManageDeps,
  addressHash: string,
  label: string,
  way: Way,
): Promise<void> {
  const isNew = await suppressAll(deps, [{ addressHash, label }], way);
  await deps.audit.record(
    told(way.by, {
      act: 'subscriber.suppress',
      result: isNew.size > 0 ? 'done' : 'noted',
      subject: { kind: 'suppression', id: addressHash },
      at: deps.clock.now(),
      detail: { how: way.how },
    }),
  );
}

/** Many at once, of whom some are subscribers and some are nobody here. */
export async function suppressMany(
  deps: ManageDeps,
  addresses: readonly HashedAddress[],
  way: Way,
): Promise<void> {
  await deps.lists.takeTurn();
  const ids = await deps.subscribers.idsOf(addresses.map(({ addressHash }) => addressHash));
  await stop(deps, [...ids.values()], way);
  await suppressAll(
    deps,
    addresses.filter(({ addressHash }) => !ids.has(addressHash)),
    way,
  );
}
