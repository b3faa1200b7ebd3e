import { createApprove } from './review-edition/approve';
import { createExpireOverdue } from './review-edition/expire';
import { createObstacle } from './review-edition/gather';
import { createSendBack, createWithdraw } from './review-edition/say-no';
import type { ReviewDeps } from './review-edition/deps';

export type { ReviewAnswer } from './review-edition/answer';
export type { ReviewDeps } from './review-edition/deps';

/** in-review → approved | scheduled | sent back | withdrawn | expired | void. */
export const createReviewEdition = (deps: ReviewDeps) => ({
  /** Why this person may not countersign this edition now; null: they may. Changes nothing. */
  obstacle: createObstacle(deps),
  approve: createApprove(deps),
  sendBack: createSendBack(deps),
  withdraw: createWithdraw(deps),
  /** What nobody answered, or nobody started, in time; returns how many. */
  expireOverdue: createExpireOverdue(deps),
});
