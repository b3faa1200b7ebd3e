import type { Colleague } from '../access/colleague';
import type { Decision } from '../editions/edition';
import { seatsLeft, type SeatsLeft, type SignerRoles } from './seats';

/** Whose signatures an edition needs. */
export interface ApprovalRules {
  /** How many, each of another person. */
  readonly required: number;
  /** Codes of roles of which each must be among them; one person stands for one of them at most. */
  readonly fromEachOf: readonly string[];
}

/** Who has countersigned so far, each once. Whether genuinely is for `verifyCountersigned` to say. */
export const approversIn = (decisions: readonly Decision[]): readonly string[] => [
  ...new Set(decisions.flatMap(({ kind, person }) => (kind === 'approve' ? person : []))),
];

/** ms since 1970: the first of the approvals that runs out ends all of them. */
export const approvalsEndAt = (decisions: readonly Decision[]): number =>
  Math.min(...decisions.flatMap(({ notAfter }) => notAfter ?? []));

/** The roles asked for that somebody holds now, and may approve at all. */
export const rolesThatCount = (
  { fromEachOf }: Pick<ApprovalRules, 'fromEachOf'>,
  colleague: Colleague | null | undefined,
): SignerRoles =>
  colleague?.isActive && colleague.mayApprove
    ? fromEachOf.filter((role) => colleague.roles.includes(role))
    : [];

/**
 * One for each approver, with the roles they signed with and still hold: who has lost a role since does
 * not stand for it, and who has got one since has not signed with it.
 */
export function rolesOfSigners(
  rules: Pick<ApprovalRules, 'fromEachOf'>,
  decisions: readonly Decision[],
  colleagues: readonly Colleague[],
): readonly SignerRoles[] {
  return approversIn(decisions).map((person) => {
    const now = rolesThatCount(
      rules,
      colleagues.find(({ id }) => id === person),
    );
    const signed = decisions.findLast((one) => one.kind === 'approve' && one.person === person);
    return now.filter((role) => signed?.roles?.includes(role));
  });
}

export interface StillNeeded {
  /** Signatures, those from roles among them. */
  readonly missing: number;
  readonly seats: SeatsLeft;
}

/** What an edition still lacks until it is countersigned. */
export function stillNeeded(
  rules: ApprovalRules,
  decisions: readonly Decision[],
  colleagues: readonly Colleague[],
): StillNeeded {
  const seats = seatsLeft(rules.fromEachOf, rolesOfSigners(rules, decisions, colleagues));
  const missing = rules.required - approversIn(decisions).length;
  return { missing: Math.max(0, missing, seats.missing), seats };
}
