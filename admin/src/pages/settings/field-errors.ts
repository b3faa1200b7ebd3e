import type { ProblemShown } from '../../../../server/src/contracts/shapes';
import type { Refusal } from '../../refusal';

/**
 * The fields a refusal complains of. The server names a place such as `identity.reason.ja`,
 * `senders[2].address` or `body.senders.2.address`; what counts is what comes after `at`.
 */
export function fieldsAt({ problems }: Refusal, at: RegExp): ReadonlySet<string> {
  return new Set(problems.map(placeOf).flatMap((place) => at.exec(place)?.[1] ?? []));
}

const placeOf = ({ where }: ProblemShown): string =>
  where.replace(/^body\./, '').replaceAll(/\[(\d+)\]/g, '.$1');
