import type { FullEdition, HeldReason } from '../../domain/editions/edition';
import { verifyCountersigned, type Countersigned } from '../../domain/editions/verify';
import { placeInWindow } from '../../domain/editions/window';
import { rolesOfSigners } from '../../domain/reviews/approvals';
import {
  disturbedAccounts,
  handsIn,
  othersIn,
  quietSince,
} from '../../domain/reviews/quiet-account';
import { seatsLeft } from '../../domain/reviews/seats';
import { knownFrom, namesOnlyKnown } from '../../domain/segments/check';
import { ok, refuse, type Result } from '../../domain/result';
import type { StartDeps } from './deps';

/** `early`: not yet, nothing is wrong. Every other reason holds the edition. */
export type NotNow = HeldReason | 'early';

/** Whether this edition may begin at this moment: genuine, in its window, its approvers still approvers. */
export async function checkStart(
  deps: StartDeps,
  edition: FullEdition,
): Promise<Result<Countersigned, NotNow>> {
  const { colleagues, sharedClock, seals } = deps;
  const decisions = await deps.decisions.of(edition.id);
  const signed = verifyCountersigned(edition, decisions, seals);
  if (!signed.ok) return signed;
  const { window, approvers } = signed.value;
  const place = placeInWindow(window, await sharedClock.now());
  if (place !== 'inside') return refuse(place);
  const people = await colleagues.findMany(approvers, edition.campaignId);
  const still = people.filter(({ isActive, mayApprove }) => isActive && mayApprove);
  const isStill = still.length === approvers.length && (await areQuiet(deps, edition, approvers));
  if (!isStill) return refuse('approver');
  const signatures = rolesOfSigners(seals, decisions, still);
  if (seatsLeft(seals.fromEachOf, signatures).missing > 0) return refuse('roles');
  for (const approver of still) {
    if (await deps.rule.objection(edition, approver)) return refuse('rule');
  }
  return (await asksForTheGone(deps, edition)) ? refuse('segment') : ok(signed.value);
}

/** A rule over what is gone is false of everybody, and its negation true. */
async function asksForTheGone(
  { lists, attributes }: StartDeps,
  { content }: FullEdition,
): Promise<boolean> {
  const { segments = [] } = content.audience;
  if (segments.length === 0) return false;
  const known = knownFrom(await lists.all(), await attributes());
  return !segments.every(({ rule }) => namesOnlyKnown(rule, known));
}

/** Nobody's account was got into by a hand or another approver, before they approved or since (P2). */
async function areQuiet(
  { hands, accounts, approval }: StartDeps,
  edition: FullEdition,
  approvers: readonly string[],
): Promise<boolean> {
  const changes = await accounts.since(quietSince(edition, approval.accountQuietDays));
  const inIt = handsIn(edition, await hands.in(edition));
  return approvers.every((approver) => {
    const others = othersIn(approver, inIt, approvers);
    return !disturbedAccounts(others, changes).has(approver);
  });
}
