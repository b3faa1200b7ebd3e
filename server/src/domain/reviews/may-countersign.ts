import type { AccountChange } from '../access/account';
import type { Asking } from '../access/asking';
import type { Colleague } from '../access/colleague';
import type { Decision, FullEdition, Hand } from '../editions/edition';
import { fingerprintOf } from '../editions/fingerprint';
import {
  approvalsEndAt,
  approversIn,
  rolesThatCount,
  rolesOfSigners,
  stillNeeded,
  type ApprovalRules,
} from './approvals';
import { disturbedAccounts, handsIn, othersIn } from './quiet-account';
import type { ReviewRefusal } from './refusals';
import { seatsLeft } from './seats';

/** All that bears on whether somebody may countersign an edition. */
export interface CountersignCase {
  readonly edition: FullEdition;
  /** Fingerprint of what this person was shown; null if they did not say. */
  readonly seen: string | null;
  /** Hash of the campaign as it is now; null if there is none any more. */
  readonly currentHash: string | null;
  /** The wished time in the content, resolved now; undefined if it cannot be any more. */
  readonly wishedAt: number | null | undefined;
  readonly hands: readonly Hand[];
  readonly decisions: readonly Decision[];
  readonly asking: Asking;
  /** Whoever asks, as the admin knows them now; null if it does not. */
  readonly colleague: Colleague | null;
  /** Whose signatures it needs. */
  readonly rules: ApprovalRules;
  /** Who has countersigned before, as the admin knows them now; who is gone is left out. */
  readonly signers: readonly Colleague[];
  /** Changes of admin accounts since `quietSince`, oldest first. */
  readonly accountChanges: readonly AccountChange[];
  /** Everybody who may countersign editions at all. */
  readonly approvers: readonly Colleague[];
  /** ms since 1970. */
  readonly now: number;
}

/**
 * Every reason why this person may not countersign this edition, the weightiest first; none: they may.
 * Nobody is exempt, a Super Admin no more than a token (P1, P2). An unknown hand bars nobody: whoever
 * it was, the change itself has voided what went before it.
 */
export const reasonsNotToCountersign = (asked: CountersignCase): readonly ReviewRefusal[] =>
  GATES.flatMap((gate) => gate(asked) ?? []);

type Gate = (asked: CountersignCase) => ReviewRefusal | null;

const stillWaits: Gate = ({ edition, decisions }) => {
  if (edition.state === 'in-review') return null;
  return { because: 'not-in-review', state: edition.state, by: decisions.at(-1)?.person ?? null };
};

/** Nor once an approval given before has run out: it would end with that one at once. */
const inTime: Gate = ({ edition, decisions, now }) => {
  const endedAt = Math.min(edition.expiresAt, approvalsEndAt(decisions));
  return now > endedAt ? { because: 'too-late', endedAt } : null;
};

/** Columns are not believed: an edition that was changed by hand must not be signed as it is now. */
const unchanged: Gate = ({ edition, currentHash, wishedAt, seen }) => {
  const isSame =
    currentHash === edition.campaignHash &&
    fingerprintOf(edition.content) === edition.fingerprint &&
    edition.content.campaign.id === edition.campaignId &&
    wishedAt === edition.wishedAt &&
    (seen === null || seen === edition.fingerprint);
  return isSame ? null : { because: 'changed-since-submitted' };
};

const inPerson: Gate = ({ asking }) =>
  asking.door === 'admin' ? null : { because: 'not-in-person', door: asking.door };

const active: Gate = ({ colleague }) =>
  colleague?.isActive ? null : { because: 'not-permitted', lacks: 'an-active-account' };

const permitted: Gate = ({ colleague }) =>
  colleague?.mayApprove ? null : { because: 'not-permitted', lacks: 'the-right' };

const noHandInIt: Gate = ({ edition, hands, asking: { person } }) => {
  if (edition.submittedBy === person) return { because: 'own-hand', lastAt: edition.submittedAt };
  const hand = hands.find((one) => one.person === person);
  if (!hand) return null;
  const { lastAt, through } = hand;
  return { because: 'own-hand', lastAt, ...(through && { through }) };
};

const notTwice: Gate = ({ decisions, asking: { person } }) => {
  const mine = decisions.find((one) => one.kind === 'approve' && one.person === person);
  return mine ? { because: 'already-countersigned', at: mine.decidedAt } : null;
};

const quietAccount: Gate = ({ edition, hands, decisions, accountChanges, approvers, asking }) => {
  const { person } = asking;
  const inIt = othersIn(person, handsIn(edition, hands), approversIn(decisions));
  const disturbed = disturbedAccounts(inIt, accountChanges);
  const change = disturbed.get(person);
  if (!change) return null;
  const others = approvers.filter(({ id }) => !inIt.has(id) && !disturbed.has(id));
  return { because: 'account-not-quiet', change, others: others.map(({ id }) => id) };
};

/**
 * Where every signature still to come has to be from a role, only who fills one of these seats may sign:
 * with another's it would have them all and never be complete.
 */
const fillsSeat: Gate = ({ rules, decisions, signers, colleague }) => {
  const { seats } = stillNeeded(rules, decisions, signers);
  const free = rules.required - approversIn(decisions).length - seats.missing;
  if (seats.missing === 0 || free > 0) return null;
  const before = rolesOfSigners(rules, decisions, signers);
  const after = seatsLeft(rules.fromEachOf, [...before, rolesThatCount(rules, colleague)]);
  return after.missing < seats.missing ? null : { because: 'other-role-needed', seats };
};

const GATES: readonly Gate[] = [
  stillWaits,
  notTwice,
  noHandInIt,
  inPerson,
  active,
  permitted,
  quietAccount,
  fillsSeat,
  inTime,
  unchanged,
];
