import type { Asking } from '../../domain/access/asking';
import { THE_HOUSE } from '../../domain/audit/entry';
import { sealedText } from '../../domain/editions/countersignature';
import type { Decision, Edition } from '../../domain/editions/edition';
import { windowOf } from '../../domain/editions/window';
import { newId } from '../../domain/ids';
import {
  approvalsEndAt,
  approversIn,
  rolesThatCount,
  stillNeeded,
} from '../../domain/reviews/approvals';
import {
  reasonsNotToCountersign,
  type CountersignCase,
} from '../../domain/reviews/may-countersign';
import type { ReviewRefusal } from '../../domain/reviews/refusals';
import { no, tell, tellLog, type No, type ReviewAnswer } from './answer';
import type { ReviewDeps } from './deps';
import { gather, siteRule } from './gather';

/** What the approver had before their eyes. */
export interface Seen {
  readonly readersShown: number;
  /** Of the edition they saw; its content is then sure to be that. */
  readonly fingerprint?: string;
}

/**
 * Countersigns. The last approval of those required moves the edition: with a wished time it is
 * scheduled, without one somebody starts it within the window. A change of the campaign that races with this meets it at the edition's row: either it
 * voids first and the move fails, or it finds an approved edition and voids that.
 */
export const createApprove =
  (deps: ReviewDeps) =>
  async (editionId: string, by: Asking, seen: Seen): Promise<ReviewAnswer> => {
    const edition = await deps.editions.find(editionId);
    if (!edition) return no('no-such-edition');
    const answer = await deps.transactions.within(async () => {
      // First of all: of two who sign at once the second then counts the first one's signature.
      await deps.editions.lockOpen(edition.campaignId);
      return decide(deps, editionId, by, seen);
    });
    if (answer === 'lost') return lost(deps, editionId, by);
    // Where others have to sign as well it has not moved.
    if (answer.ok && answer.value.state !== 'in-review') tellLog(deps, answer.value);
    return answer;
  };

async function decide(
  deps: ReviewDeps,
  editionId: string,
  by: Asking,
  { readersShown, fingerprint }: Seen,
): Promise<ReviewAnswer | 'lost'> {
  const asked = await gather(deps, { editionId, by, seen: fingerprint ?? null });
  if (!asked) return no('no-such-edition');
  const [first, ...rest] = reasonsNotToCountersign(asked);
  if (first) return turnAway(deps, asked, [first, ...rest]);
  const objection = await siteRule(deps, asked);
  if (objection) return turnAway(deps, asked, [objection]);
  return countersign(deps, asked, readersShown);
}

async function countersign(
  deps: ReviewDeps,
  asked: CountersignCase,
  readersShown: number,
): Promise<ReviewAnswer | 'lost'> {
  const { edition, decisions, asking } = asked;
  const decision = sealedApproval(deps, asked, readersShown);
  const approvals = [...decisions, decision];
  const after = await moveWhenComplete(deps, asked, approvals);
  if (!after) return 'lost';
  await deps.decisions.insert(decision);
  const { notBefore, notAfter, roles } = decision;
  const signed = approversIn(approvals).length;
  const detail = {
    ...{ fingerprint: edition.fingerprint, readersShown, notBefore, notAfter, signed },
    ...(roles === null ? {} : { roles: roles.join(' ') }),
  };
  await tell(deps, asking, 'edition.approve', edition.id, { result: 'done', detail });
  return { ok: true, value: after };
}

/** The edition as it is then, still in review while approvals are missing; null: it does not wait any more. */
async function moveWhenComplete(
  { editions, clock }: ReviewDeps,
  { edition: { content: _content, ...edition }, rules, signers, colleague }: CountersignCase,
  approvals: readonly Decision[],
): Promise<Edition | null> {
  const people = colleague ? [...signers, colleague] : signers;
  if (stillNeeded(rules, approvals, people).missing > 0) return edition;
  const move = edition.wishedAt === null ? 'approve' : 'schedule';
  return editions.move(edition.id, move, { at: clock.now(), expiresAt: approvalsEndAt(approvals) });
}

type Approval = Decision & { readonly notBefore: number; readonly notAfter: number };

function sealedApproval(
  { keys, instance, approval, clock, chance }: ReviewDeps,
  { edition, asking: { person }, rules, colleague }: CountersignCase,
  readersShown: number,
): Approval {
  const decidedAt = clock.now();
  const window = windowOf(edition.wishedAt, decidedAt, approval);
  const { id: editionId, fingerprint } = edition;
  const roles = rules.fromEachOf.length > 0 ? rolesThatCount(rules, colleague) : null;
  const shown = { decidedAt, readersShown, roles };
  const signed = { instance, editionId, fingerprint, approver: person, ...shown };
  return {
    id: newId(decidedAt, chance.bytes(10)),
    editionId,
    person,
    kind: 'approve',
    reason: null,
    ...shown,
    ...window,
    seal: keys.sign('countersign', sealedText({ ...signed, ...window })),
  };
}

/** A change found here voids the review, whoever asked. */
async function turnAway(
  deps: ReviewDeps,
  { edition, asking }: CountersignCase,
  refusals: readonly [ReviewRefusal, ...ReviewRefusal[]],
): Promise<No> {
  const [{ because }] = refusals;
  await tell(deps, asking, 'edition.approve', edition.id, { result: because });
  if (refusals.some((refusal) => refusal.because === 'changed-since-submitted')) {
    await voidChanged(deps, edition);
  }
  return no(because, refusals);
}

async function voidChanged(deps: ReviewDeps, { id }: Edition): Promise<void> {
  const voided = await deps.editions.move(id, 'void', { at: deps.clock.now() });
  if (!voided) return;
  await tell(deps, THE_HOUSE, 'edition.void', id, {
    result: 'done',
    detail: { because: 'changed' },
  });
  tellLog(deps, voided);
}

/** Somebody else was faster: what they did is read anew and told. */
async function lost(deps: ReviewDeps, id: string, by: Asking): Promise<ReviewAnswer> {
  const edition = await deps.editions.find(id);
  if (!edition) return no('no-such-edition');
  const last = (await deps.decisions.of(id)).at(-1);
  await tell(deps, by, 'edition.approve', id, { result: 'not-in-review' });
  return no('not-in-review', [
    { because: 'not-in-review', state: edition.state, by: last?.person ?? null },
  ]);
}
