import type { Complaint } from '../domain/campaigns/setting';
import type { ReviewRefusal } from '../domain/reviews/refusals';
import type { RefusalCode } from './refusals';
import type { Answer } from './rooms/answer';
import type { Problem, RequestProblem } from './words/problems';

interface Why {
  readonly problems?: readonly Problem[];
  readonly about?: ReviewRefusal | undefined;
}

/** An act was refused. Caught once, where an endpoint is answered. */
export class Refused extends Error {
  readonly problems: readonly Problem[];
  /** What there is to say beyond the code: who was faster, what is missing. */
  readonly about: ReviewRefusal | undefined;

  constructor(
    readonly code: RefusalCode,
    { problems = [], about }: Why = {},
  ) {
    super(code);
    this.name = 'Refused';
    this.problems = problems;
    this.about = about;
  }
}

/** The value of an answer. @throws Refused with the reason of a refusal */
export function given<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  if ('complaints' in answer) throw invalid(answer.complaints);
  const { reason, problems = [], refusals = [] } = answer;
  throw new Refused(reason, { problems, about: refusals[0] });
}

/** @throws Refused */
export function found<T>(value: T | null, code: RefusalCode): T {
  if (value === null) throw new Refused(code);
  return value;
}

/** Each complaint says a place and what would be right there, never the value: it may be an address. */
export const invalid = (complaints: readonly Complaint[]): Refused =>
  new Refused('invalid-request', { problems: complaints.map(asProblem) });

const asProblem = ({ place, expected }: Complaint): RequestProblem => ({
  code: 'invalid',
  level: 'error',
  where: place,
  locale: null,
  text: expected,
});
