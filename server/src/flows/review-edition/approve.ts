import type { Asking } from '../../domain/access/asking';
import { THE_HOUSE } from '../../domain/audit/entry';
import { sealedText } from '../../domain/editions/countersignature';
import type { Decision, Edition, FullEdition } from '../../domain/editions/edition';
import { windowOf } from '../../domain/editions/window';
import { newId } from '../../domain/ids';
import {
  reasonsNotToCountersign,
  type CountersignCase,
} from '../../domain/reviews/may-countersign';
import type { ReviewRefusal } from '../../domain/reviews/refusals';
import { no, tell, tellLog, type No, type ReviewAnswer } from './answer';
import type { ReviewDeps } from './deps';
import { gather } from './gather';

/** What the approver had before their eyes. */
export interface Seen {
  readonly readersShown: number;
  readonly fingerprint?: string;
}

/**
 * Countersigns: with a wished time that schedules the edition, without one somebody starts it within
 * the window. The campaign is locked first, as whoever writes it does, so that neither slips through.
 */
export const createApprove =
  (deps: ReviewDeps) =>
  async (editionId: string, by: Asking, seen: Seen): Promise<ReviewAnswer> => {
    // Outside the transaction: on MySQL its first read would freeze what all later ones see.
    const edition = await deps.editions.find(editionId);
    if (!edition) return no('no-such-edition');
    const answer = await deps.transactions.within(() => decide(deps, edition, by, seen));
    if (answer === 'lost') return lost(deps, edition, by);
    if (answer.ok) tellLog(deps, answer.value);
    return answer;
  };

async function decide(
  deps: ReviewDeps,
  { id, campaignId }: Edition,
  by: Asking,
  seen: Seen,
): Promise<ReviewAnswer | 'lost'> {
  const campaign = await deps.campaigns.readLocked(campaignId);
  const saw = seen.fingerprint ?? null;
  const asked = await gather(deps, { editionId: id, campaign, by, seen: saw });
  if (!asked) return no('no-such-edition');
  const [first, ...rest] = reasonsNotToCountersign(asked);
  if (first) return turnAway(deps, asked, [first, ...rest]);
  return countersign(deps, asked, seen.readersShown);
}

async function countersign(
  deps: ReviewDeps,
  { edition, asking }: CountersignCase,
  readersShown: number,
): Promise<ReviewAnswer | 'lost'> {
  const decision = sealedApproval(deps, edition, asking.person, readersShown);
  const moved = await deps.editions.move(
    edition.id,
    edition.wishedAt === null ? 'approve' : 'schedule',
    { at: decision.decidedAt, expiresAt: decision.notAfter },
  );
  if (!moved) return 'lost';
  await deps.decisions.insert(decision);
  const { notBefore, notAfter } = decision;
  const detail = { fingerprint: edition.fingerprint, readersShown, notBefore, notAfter };
  await tell(deps, asking, 'edition.approve', edition.id, { result: 'done', detail });
  return { ok: true, value: moved };
}

type Approval = Decision & { readonly notBefore: number; readonly notAfter: number };

function sealedApproval(
  { keys, instance, approval, clock, chance }: ReviewDeps,
  edition: FullEdition,
  person: string,
  readersShown: number,
): Approval {
  const decidedAt = clock.now();
  const window = windowOf(edition.wishedAt, decidedAt, approval);
  const { id: editionId, fingerprint } = edition;
  const signed = { instance, editionId, fingerprint, approver: person, decidedAt, readersShown };
  return {
    id: newId(decidedAt, chance.bytes(10)),
    editionId,
    person,
    kind: 'approve',
    reason: null,
    decidedAt,
    ...window,
    readersShown,
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
async function lost(deps: ReviewDeps, { id }: Edition, by: Asking): Promise<ReviewAnswer> {
  const edition = await deps.editions.find(id);
  if (!edition) return no('no-such-edition');
  const last = (await deps.decisions.of(id)).at(-1);
  await tell(deps, by, 'edition.approve', id, { result: 'not-in-review' });
  return no('not-in-review', [
    { because: 'not-in-review', state: edition.state, by: last?.person ?? null },
  ]);
}
