import type { Asking } from '../../domain/access/asking';
import { ok, refuse } from '../../domain/result';
import { disturbedAccounts, quietSince } from '../../domain/reviews/quiet-account';
import {
  KEPT_MS,
  obstacleToAllowing,
  obstacleToRefusing,
  obstacleToWithdrawing,
  type ListExport,
} from '../../domain/subscribers/list-export';
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
  if (!(await deps.exports.move(asked.id, { from: ['asked'], ...to }))) {
    return refuse('somebody-was-first');
  }
  await tell(deps, by, { act: 'export.allow', of: asked });
  return ok({ ...asked, ...to });
}

export async function turnDown(deps: ExportDeps, asked: ListExport, by: Asking) {
  const now = deps.clock.now();
  const obstacle = obstacleToRefusing(asked, by, now);
  if (obstacle) return refuse(obstacle);
  const to = { state: 'refused', decidedBy: by.person, decidedAt: now, until: now } as const;
  if (!(await deps.exports.move(asked.id, { from: ['asked'], ...to }))) {
    return refuse('somebody-was-first');
  }
  await tell(deps, by, { act: 'export.refuse', of: asked });
  return ok({ ...asked, ...to });
}

/** By whoever asked, also after it was allowed. */
export async function withdraw(deps: ExportDeps, asked: ListExport, by: Asking) {
  const obstacle = obstacleToWithdrawing(asked, by, deps.clock.now());
  if (obstacle) return refuse(obstacle);
  const { decidedBy, decidedAt } = asked;
  const to = { state: 'withdrawn', decidedBy, decidedAt, until: deps.clock.now() } as const;
  // From what was read: what somebody else made of it meanwhile is looked at first.
  if (!(await deps.exports.move(asked.id, { from: [asked.state], ...to }))) {
    return refuse('somebody-was-first');
  }
  await tell(deps, by, { act: 'export.withdraw', of: asked });
  return ok({ ...asked, ...to });
}

/** Whether one of the two may have got into the other's account: then there is no second person. */
async function isTouched(
  { accounts, accountQuietDays }: ExportDeps,
  { askedBy, askedAt }: ListExport,
  { person }: Asking,
): Promise<boolean> {
  const changes = await accounts.since(quietSince({ submittedAt: askedAt }, accountQuietDays));
  const isBy = (by: string, account: string): boolean =>
    disturbedAccounts(new Set([by]), changes).has(account);
  return isBy(askedBy, person) || isBy(person, askedBy);
}
