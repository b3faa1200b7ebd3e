import { THE_HOUSE } from '../../domain/audit/entry';
import type { Edition } from '../../domain/editions/edition';
import { tell, tellLog } from './answer';
import type { ReviewDeps } from './deps';

const AT_ONCE = 100;

export const createExpireOverdue = (deps: ReviewDeps) => async (): Promise<number> => {
  const overdue = await deps.editions.findOverdue(deps.clock.now(), AT_ONCE);
  let expired = 0;
  for (const edition of overdue) if (await expire(deps, edition)) expired += 1;
  return expired;
};

/** Looked at again under a lock: it may have been approved meanwhile, and have more time. */
async function expire(deps: ReviewDeps, { id, campaignId }: Edition): Promise<boolean> {
  const at = deps.clock.now();
  const moved = await deps.transactions.within(async () => {
    const open = await deps.editions.lockOpen(campaignId);
    if (open?.id !== id || open.expiresAt >= at) return null;
    const edition = await deps.editions.move(id, 'expire', { at });
    const detail = { state: open.state };
    if (edition) await tell(deps, THE_HOUSE, 'edition.expire', id, { result: 'done', detail });
    return edition;
  });
  if (moved) tellLog(deps, moved);
  return moved !== null;
}
