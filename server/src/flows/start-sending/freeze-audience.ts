import type { FullEdition } from '../../domain/editions/edition';
import { newId, newTaking } from '../../domain/ids';
import type { Freeze, FreezeCursor, FrozenChunk, Lease } from '../../ports';
import type { StartDeps } from './deps';

/** Ends a freeze whose owner cannot be proven dead; each chunk, a few ms, renews it. */
const LEASE_MS = 15_000;

export interface Frozen {
  readonly freezeId: string;
  readonly readers: number;
}

export async function takeFreezeLease(deps: StartDeps, editionId: string): Promise<Lease | null> {
  const owner = newTaking(deps.owner, deps.clock.now(), deps.chance.bytes(10));
  return deps.leases.take(`freeze:${editionId}`, owner, LEASE_MS);
}

/**
 * Stages one delivery for each reader, chunk by chunk, under a new freeze. What an earlier freeze left
 * half-made is thrown away first. Null: the lease was lost, and what was staged is somebody else's to
 * throw away.
 */
export async function freezeAudience(
  deps: StartDeps,
  { id, content }: FullEdition,
  lease: Lease,
): Promise<Frozen | null> {
  const freeze: Freeze = {
    editionId: id,
    freezeId: newId(deps.clock.now(), deps.chance.bytes(10)),
    audience: content.audience,
    locales: Object.keys(content.messages),
    defaultLocale: content.defaultLocale,
  };
  if (!(await discardStaged(deps, id, lease))) return null;
  let [readers, chunks] = [0, 0];
  for (let at: FreezeCursor | null = { list: 0, after: null }; at; ) {
    const from: FreezeCursor = at;
    const chunk: FrozenChunk | null = await underLease(deps, lease, () =>
      deps.freezes.stage(freeze, from),
    );
    if (!chunk) return null;
    readers += chunk.readers;
    chunks += 1;
    at = chunk.next;
  }
  if (chunks > 1) await deps.freezes.recount();
  return { freezeId: freeze.freezeId, readers };
}

/** False if the lease was lost. */
export async function discardStaged(
  deps: StartDeps,
  editionId: string,
  lease: Lease,
): Promise<boolean> {
  for (;;) {
    const more = await underLease(deps, lease, () => deps.freezes.discardOne(editionId));
    if (more === null) return false;
    if (!more) return true;
  }
}

/** In one transaction with the lease, so that who has lost it writes nothing more. Null: it was lost. */
export const underLease = <T>(
  { transactions, leases }: StartDeps,
  lease: Lease,
  work: () => Promise<T>,
): Promise<T | null> =>
  transactions.within(async () => ((await leases.renew(lease, LEASE_MS)) ? work() : null));
