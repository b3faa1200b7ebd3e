import type { Asking } from '../../domain/access/asking';
import { told } from '../../domain/audit/entry';
import { leaveAll } from '../../domain/subscribers/leave';
import type { SuppressionReason } from '../../domain/subscribers/subscriber';
import { SUPPRESSED_BY, type WayOut } from '../../domain/subscribers/suppression';
import type { AuditEntry, LockedSubscriber } from '../../ports';
import type { ManageDeps } from './deps';
import { stirKin } from './stir-kin';

export interface Way {
  readonly how: WayOut;
  /** Where the way does not say it. */
  readonly because?: SuppressionReason;
  readonly by: Asking;
  /** The editions they left by, by subscriber id. */
  readonly editions?: ReadonlyMap<string, string>;
  readonly note?: string | null;
}

/**
 * No more mail to these subscribers: their addresses, and what their sources say of them, are suppressed.
 * Returns those there are.
 */
export async function stop(
  deps: ManageDeps,
  subscriberIds: readonly string[],
  way: Way,
): Promise<LockedSubscriber[]> {
  const locked = await deps.subscribers.lock(subscriberIds);
  const ids = locked.map(({ id }) => id);
  const isNew = await suppressAll(deps, locked, way);

  await leaveLists(deps, ids, way);
  const left = locked.filter(({ addressHash }) => isNew.has(addressHash));
  await deps.audit.recordAll(left.map(({ id }) => entryOf(deps, id, { ...way, result: 'done' })));
  // Whoever named somebody did so, also where it changed nothing.
  const asBefore = way.how === 'by-hand' ? locked.filter((one) => !left.includes(one)) : [];
  const noted = asBefore.map(({ id }) => entryOf(deps, id, { ...way, result: 'noted' }));
  await deps.audit.recordAll(noted);
  return locked;
}

/** The subscribers are locked. Returns how many memberships came to an end. */
export async function leaveLists(
  deps: ManageDeps,
  ids: readonly string[],
  { how, because = SUPPRESSED_BY[how] }: Pick<Way, 'how' | 'because'>,
): Promise<number> {
  const at = deps.clock.now();
  await deps.claims.suppress(ids, { because, at });
  await stirKin(deps, ids);
  const known = await deps.lists.membershipsOf(ids);
  const { memberships, consents } = leaveAll(known, { how, because, at });
  await deps.lists.putMemberships(memberships);
  await deps.lists.appendConsents(consents);
  return memberships.length;
}

/** Returns the hashes of those that were not suppressed for this, or a graver, reason before. */
export async function suppressAll(
  deps: ManageDeps,
  addresses: readonly Pick<LockedSubscriber, 'addressHash' | 'label'>[],
  { how, because = SUPPRESSED_BY[how], note = null }: Way,
): Promise<Set<string>> {
  const since = deps.clock.now();
  const changed = await deps.suppressions.add(
    addresses.map(({ addressHash, label }) => ({
      addressHash,
      label,
      because,
      source: how,
      note,
      since,
    })),
  );
  return new Set(changed.map(({ addressHash }) => addressHash));
}

function entryOf(
  { clock }: ManageDeps,
  id: string,
  { how, by, editions, result }: Way & { readonly result: 'done' | 'noted' },
): AuditEntry {
  const edition = editions?.get(id);
  return told(by, {
    act: 'subscriber.suppress',
    result,
    subject: { kind: 'subscriber', id },
    at: clock.now(),
    detail: { how, ...(edition === undefined ? {} : { edition }) },
  });
}
