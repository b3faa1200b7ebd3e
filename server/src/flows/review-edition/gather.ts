import type { Asking } from '../../domain/access/asking';
import { campaignHash } from '../../domain/campaigns/hash';
import {
  reasonsNotToCountersign,
  type CountersignCase,
} from '../../domain/reviews/may-countersign';
import { approversIn } from '../../domain/reviews/approvals';
import { quietSince } from '../../domain/reviews/quiet-account';
import type { ReviewRefusal } from '../../domain/reviews/refusals';
import type { ReviewDeps } from './deps';

export type Obstacle = ReviewRefusal | { readonly because: 'no-such-edition' };

export const createObstacle =
  (deps: ReviewDeps) =>
  async (editionId: string, by: Asking): Promise<Obstacle | null> => {
    const asked = await gather(deps, { editionId, by, seen: null });
    if (!asked) return { because: 'no-such-edition' };
    return reasonsNotToCountersign(asked)[0] ?? siteRule(deps, asked);
  };

/** Asked last: it may say no to what would be allowed, and never yes to what would not. */
export async function siteRule(
  { rule }: ReviewDeps,
  { edition, colleague }: CountersignCase,
): Promise<ReviewRefusal | null> {
  const says = colleague && (await rule.objection(edition, colleague));
  return says && { because: 'site-rule', says };
}

/** Everything the gates look at. */
export async function gather(
  deps: ReviewDeps,
  {
    editionId,
    by,
    seen,
  }: { readonly editionId: string; readonly by: Asking; readonly seen: string | null },
): Promise<CountersignCase | null> {
  const { editions, hands, campaigns, colleagues, zones, clock } = deps;
  const edition = await editions.findFull(editionId);
  if (!edition) return null;
  const campaign = await campaigns.read(edition.campaignId);
  const decisions = await deps.decisions.of(editionId);
  const { wishedAt } = edition.content;
  const moment = wishedAt && zones.resolve(wishedAt);
  return {
    edition,
    seen,
    wishedAt: moment?.ok ? moment.value : moment === null ? null : undefined,
    currentHash: campaign && campaignHash(campaign),
    hands: await hands.in(edition),
    decisions,
    rules: deps.approval,
    signers: await colleagues.findMany(approversIn(decisions), edition.campaignId),
    asking: by,
    colleague: await colleagues.find(by.person, edition.campaignId),
    approvers: await colleagues.approvers(edition.campaignId),
    accountChanges: await deps.accounts.since(quietSince(edition, deps.approval.accountQuietDays)),
    now: clock.now(),
  };
}
