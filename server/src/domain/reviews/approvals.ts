import type { Decision } from '../editions/edition';

/** Who has countersigned so far, each once. Whether genuinely is for `verifyCountersigned` to say. */
export const approversIn = (decisions: readonly Decision[]): readonly string[] => [
  ...new Set(decisions.flatMap(({ kind, person }) => (kind === 'approve' ? person : []))),
];

/** ms since 1970: the first of the approvals that runs out ends all of them. */
export const approvalsEndAt = (decisions: readonly Decision[]): number =>
  Math.min(...decisions.flatMap(({ notAfter }) => notAfter ?? []));
