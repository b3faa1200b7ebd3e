import type { Asking } from '../../domain/access/asking';
import { told } from '../../domain/audit/entry';
import { ok, refuse, type Result } from '../../domain/result';
import type { SuppressionReason } from '../../domain/subscribers/subscriber';
import { mayBeLifted } from '../../domain/subscribers/suppression';
import type { ManageDeps } from './deps';
import { stirKin } from './stir-kin';

type Lifted = Result<null, 'no-such-suppression' | 'stays-suppressed'>;

export async function lift(deps: ManageDeps, addressHash: string, by: Asking): Promise<Lifted> {
  const id = (await deps.subscribers.idsOf([addressHash])).get(addressHash);
  const ids = id === undefined ? [] : [id];
  await deps.subscribers.lock(ids);
  const reasons = await reasonsOf(deps, addressHash, ids);
  const done = reasons.every(mayBeLifted)
    ? await liftAll(deps, addressHash, ids, reasons)
    : refuse('stays-suppressed');
  await deps.audit.record(
    told(by, {
      act: 'subscriber.lift',
      result: done.ok ? 'done' : done.reason,
      subject: { kind: 'suppression', id: addressHash },
      at: deps.clock.now(),
    }),
  );
  return done;
}

/** Of the address, and of people who came to it after they had left under another. */
async function reasonsOf(
  deps: ManageDeps,
  addressHash: string,
  ids: readonly string[],
): Promise<SuppressionReason[]> {
  const suppressions = await deps.suppressions.among([addressHash]);
  const claims = await deps.claims.onSubscribers(ids);
  return [
    ...suppressions.map(({ because }) => because),
    ...claims.flatMap(({ suppressedBecause }) => suppressedBecause ?? []),
    ...(await deps.kin.reasonsOf(ids)),
  ];
}

async function liftAll(
  deps: ManageDeps,
  addressHash: string,
  ids: readonly string[],
  reasons: readonly SuppressionReason[],
): Promise<Lifted> {
  if (reasons.length === 0) return refuse('no-such-suppression');
  const at = deps.clock.now();
  await deps.suppressions.remove(addressHash);
  const claims = await deps.claims.unsuppress(ids, at);
  if (claims.length > 0) await deps.outbox.add(claims, at);
  await deps.kin.unsuppress(ids, at);
  await stirKin(deps, ids);
  return ok(null);
}
