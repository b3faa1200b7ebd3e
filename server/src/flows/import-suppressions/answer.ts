import type { Asking } from '../../domain/access/asking';
import type { Act } from '../../domain/audit/entry';
import { ok, refuse } from '../../domain/result';
import { mayBeOne, quietSince } from '../../domain/reviews/quiet-account';
import {
  obstacleToAllowing,
  obstacleToRefusing,
  obstacleToWithdrawing,
  type SuppressionImport,
} from '../../domain/subscribers/suppression-import';
import type { ImportStore } from '../../ports';
import { tell, type ImportDeps } from './deps';

/** The second person's yes: from now on its addresses are suppressed, group by group. */
export async function allow(deps: ImportDeps, asked: SuppressionImport, by: Asking) {
  const now = deps.clock.now();
  const obstacle = obstacleToAllowing(asked, by, now);
  if (obstacle) return refuse(obstacle);
  if (await isTouched(deps, asked, by)) return refuse('account-not-quiet');
  const to = { state: 'allowed', decidedBy: by.person, decidedAt: now, until: now } as const;
  return settle(deps, by, { act: 'import.allow', of: asked, to });
}

export async function turnDown(deps: ImportDeps, asked: SuppressionImport, by: Asking) {
  const now = deps.clock.now();
  const obstacle = obstacleToRefusing(asked, by, now);
  if (obstacle) return refuse(obstacle);
  const to = { state: 'refused', decidedBy: by.person, decidedAt: now, until: now } as const;
  return forget(deps, await settle(deps, by, { act: 'import.refuse', of: asked, to }));
}

/** By whoever asked. */
export async function withdraw(deps: ImportDeps, asked: SuppressionImport, by: Asking) {
  const now = deps.clock.now();
  const obstacle = obstacleToWithdrawing(asked, by, now);
  if (obstacle) return refuse(obstacle);
  const to = { state: 'withdrawn', decidedBy: null, decidedAt: null, until: now } as const;
  return forget(deps, await settle(deps, by, { act: 'import.withdraw', of: asked, to }));
}

interface Settling {
  readonly act: Act;
  readonly of: SuppressionImport;
  readonly to: Omit<Parameters<ImportStore['move']>[1], 'from'>;
}

/** From what was read: what somebody else made of it meanwhile is looked at first. */
async function settle(deps: ImportDeps, by: Asking, { act, of, to }: Settling) {
  if (!(await deps.imports.move(of.id, { from: [of.state], ...to }))) {
    return refuse('somebody-was-first');
  }
  await tell(deps, by, { act, of });
  return ok({ ...of, ...to });
}

/** Nothing of what nobody wanted is kept. */
async function forget(deps: ImportDeps, settled: Awaited<ReturnType<typeof settle>>) {
  if (settled.ok) await deps.imports.dropAll(settled.value.id);
  return settled;
}

async function isTouched(
  { accounts, accountQuietDays }: ImportDeps,
  { askedBy, askedAt }: SuppressionImport,
  { person }: Asking,
): Promise<boolean> {
  const changes = await accounts.since(quietSince({ submittedAt: askedAt }, accountQuietDays));
  return mayBeOne([askedBy, person], changes);
}
