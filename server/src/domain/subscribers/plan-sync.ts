import { type Traits, traitsOf } from './traits';
import { type Arrival, claimAfter, isErased, isSameClaim } from './arrival';
import { type ClaimKey, type Consent, isBare, type Membership, type PersonClaim } from './claim';
import { type ClaimBook, openClaimBook } from './claim-book';
import { planMemberships, type Touched } from './plan-memberships';
import type { LeftOutReason } from './subscriber';
import type { SyncQuestion } from './sync-question';
import type { SyncCounts } from './sync-run';
import { type Kept, keptBeside } from './voice';

/** Everything that has to be written, in one transaction. Applied twice it changes nothing more. */
export interface SyncPlan {
  readonly put: readonly PersonClaim[];
  readonly remove: readonly ClaimKey[];
  readonly memberships: readonly Membership[];
  readonly consents: readonly Consent[];
  /** Of arrivals on the list whose address, name or language may be new, what stays of that, by external id. */
  readonly refresh: ReadonlyMap<string, Kept>;
  /** What is known of each subscriber whose claims are others now. */
  readonly traits: readonly Traits[];
  /** Subscribers no claim that is known names any more. */
  readonly forget: readonly string[];
  /** Subscribers for whom somebody decides whose address is not kept: not for longer than somebody waits. */
  readonly bare: readonly string[];
  /** Subscribers none of whose claims that are known is of somebody else than who was erased. */
  readonly erase: readonly Erased[];
  /** Subscribers nobody decides for any more in a source: who waited there may take over. */
  readonly again: readonly string[];
  readonly counts: SyncCounts;
}

export interface Erased {
  readonly subscriberId: string;
  /** External ids of who was erased under another address. */
  readonly by: readonly string[];
}

export function planSync(question: SyncQuestion): SyncPlan {
  const book = openClaimBook(question.claims);
  const desk = openDesk(question, book);
  for (const key of question.departures) depart(key, desk);
  for (const arrival of question.arrivals) arrive(arrival, desk);

  const { memberships, consents } = planMemberships(question, book, desk);
  const kept = (claim: PersonClaim): Kept => keptBeside(claim, book, question.voices);
  return {
    ...book.changes(),
    memberships,
    consents,
    refresh: new Map(desk.refresh.map((claim) => [claim.externalId, kept(claim)])),
    traits: [...desk.touched.keys()].map((id) => traitsOf(id, book, question.voices)),
    forget: [...desk.touched.keys()].filter((id) => book.on(id).length === 0),
    bare: [...desk.touched.keys()].filter((id) => book.holders(id).some(isBare)),
    erase: [...desk.erased]
      .filter(([id, by]) => book.on(id).every(isOf(by)))
      .map(([subscriberId, by]) => ({ subscriberId, by: [...by] })),
    again: [...desk.left],
    counts: desk.counts,
  };
}

/** What has come together so far. */
interface Desk {
  readonly question: SyncQuestion;
  readonly book: ClaimBook;
  /** Subscribers whose membership may be another, with the first cause. */
  readonly touched: Map<string, Touched>;
  /** To which words those agreed who are fit for the list. */
  readonly wordings: Map<string, string>;
  /** Subscribers somebody who decided for them has left. */
  readonly left: Set<string>;
  readonly refresh: PersonClaim[];
  /** Whom of each subscriber's people was erased. */
  readonly erased: Map<string, Set<string>>;
  readonly counts: {
    seen: number;
    added: number;
    changed: number;
    removed: number;
    leftOut: Partial<Record<LeftOutReason, number>>;
  };
}

const openDesk = (question: SyncQuestion, book: ClaimBook): Desk => ({
  question,
  book,
  touched: new Map(),
  wordings: new Map(),
  left: new Set(),
  refresh: [],
  erased: new Map(),
  counts: { seen: question.arrivals.length, added: 0, changed: 0, removed: 0, leftOut: {} },
});

function depart(key: ClaimKey, desk: Desk): void {
  const before = desk.book.find(key);
  if (!before) return;
  if (before.goneAt === null) {
    desk.counts.removed += 1;
    leave(before, 'gone', desk);
  }
  if (before.suppressedAt === null) return desk.book.strike(key);
  if (before.goneAt !== null) return;
  // Kept, so that the same person of the source does not come back on the list.
  const { attributes: _attributes, ...bare } = before;
  desk.book.write({
    ...bare,
    label: null,
    leftOut: 'suppressed',
    holds: false,
    goneAt: desk.question.now,
  });
}

function arrive(arrival: Arrival, desk: Desk): void {
  const before = desk.book.find(arrival.key);
  const after = claimAfter(arrival, desk.book);
  count(before, after, desk);
  noteWording(arrival, after, desk);
  if (before && isSameClaim(before, after)) return;
  if (before && before.subscriberId !== after.subscriberId) leave(before, howLeft(after), desk);
  if (after.leftOut === null) desk.refresh.push(after);
  desk.book.write(after);
  if (isErased(arrival, before)) noteErased(after, desk);
  touch(after.subscriberId, { how: after.leftOut ?? 'source' }, desk);
}

/** A source that keeps no address of who says no has not changed it. */
const howLeft = ({ leftOut }: PersonClaim): Touched['how'] =>
  leftOut === 'no-consent' ? leftOut : 'address-changed';

function noteWording({ wording }: Arrival, after: PersonClaim, { wordings }: Desk): void {
  const { subscriberId, leftOut } = after;
  if (subscriberId === null || leftOut !== null || wording === undefined) return;
  wordings.set(subscriberId, wording);
}

function noteErased({ subscriberId, externalId }: PersonClaim, { erased }: Desk): void {
  if (subscriberId === null) return;
  erased.set(subscriberId, (erased.get(subscriberId) ?? new Set()).add(externalId));
}

const isOf =
  (erased: ReadonlySet<string>) =>
  ({ externalId }: PersonClaim): boolean =>
    erased.has(externalId);

function count(before: PersonClaim | undefined, after: PersonClaim, desk: Desk): void {
  if (!before || before.goneAt !== null) desk.counts.added += 1;
  else if (before.rowHash !== after.rowHash) desk.counts.changed += 1;
  const { leftOut } = desk.counts;
  if (after.leftOut !== null) leftOut[after.leftOut] = (leftOut[after.leftOut] ?? 0) + 1;
}

function leave({ subscriberId, holds }: PersonClaim, how: Touched['how'], desk: Desk): void {
  touch(subscriberId, { how }, desk);
  if (holds && subscriberId !== null) desk.left.add(subscriberId);
}

function touch(subscriberId: string | null, cause: Touched, desk: Desk): void {
  if (subscriberId !== null && !desk.touched.has(subscriberId)) {
    desk.touched.set(subscriberId, cause);
  }
}
