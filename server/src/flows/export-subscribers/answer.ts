import type { Asking } from '../../domain/access/asking';
import type { Act } from '../../domain/audit/entry';
import { ok, refuse } from '../../domain/result';
import { mayBeOne, quietSince } from '../../domain/reviews/quiet-account';
import {
  KEPT_MS,
  obstacleToAllowing,
  obstacleToRefusing,
  obstacleToWithdrawing,
  type ListExport,
} from '../../domain/subscribers/list-export';
import type { ExportStore } from '../../ports';
import { tell, type ExportDeps } from './deps';

/** The second person's yes: from now on whoever asked can download it for a while. */
export async function allow(deps: ExportDeps, asked: ListExport, by: Asking) {
  const now = deps.clock.now();
  const obstacle = obstacleToAllowing(asked, by, now);
  if (obstacle) return refuse(obstacle);
  if (!(await deps.exporters.may(by.person, asked.listId))) return refuse('not-permitted');
  if (await isTouched(deps, asked, by)) return refuse('account-not-quiet');
  const to = {
    state: 'allowed',
    decidedBy: by.person,
    decidedAt: now,
    until: now + KEPT_MS,
  } as const;
  return settle(deps, by, { act: 'export.allow', of: asked, to });
}

export async function turnDown(deps: ExportDeps, asked: ListExport, by: Asking) {
  const now = deps.clock.now();
  const obstacle = obstacleToRefusing(asked, by, now);
  if (obstacle) return refuse(obstacle);
  const to = { state: 'refused', decidedBy: by.person, decidedAt: now, until: now } as const;
  return settle(deps, by, { act: 'export.refuse', of: asked, to });
}

/** By whoever asked, also after it was allowed. */
export async function withdraw(deps: ExportDeps, asked: ListExport, by: Asking) {
  const obstacle = obstacleToWithdrawing(asked, by, deps.clock.now());
  if (obstacle) return refuse(obstacle);
  const { decidedBy, decidedAt } = asked;
  const to = { state: 'withdrawn', decidedBy, decidedAt, until: deps.clock.now() } as const;
  return settle(deps, by, { act: 'export.withdraw', of: asked, to });
}

interface Settling {
  readonly act: Act;
  readonly of: ListExport;
  readonly to: Omit<Parameters<ExportStore['move']>[1], 'from'>;
}

/** From what was read: what somebody else made of it meanwhile is looked at first. */
async function settle(deps: ExportDeps, by: Asking, { act, of, to }: Settling) {
  if (!(await deps.exports.move(of.id, { from: [of.state], ...to }))) {
    return refuse('somebody-was-first');
  }
  await tell(deps, by, { act, of });
  return ok({ ...of, ...to });
}

async function isTouched(
  { accounts, accountQuietDays }: ExportDeps,
  { askedBy, askedAt }: ListExport,
  { person }: Asking,
): Promise<boolean> {
  const changes = await accounts.since(quietSince({ submittedAt: askedAt }, accountQuietDays));
  return mayBeOne([askedBy, person], changes);
}
