import type { Context } from 'koa';
import type { Failure } from '../contracts/shapes';
import type { Complaint } from '../domain/campaigns/setting';
import type { Language } from './language';
import { REFUSALS, type RefusalCode } from './refusals';
import { languageOf } from './requests';
import type { Answer } from './rooms/answer';
import { problemShown, type Problem, type RequestProblem } from './words/problems';
import { REFUSAL_WORDS } from './words/refusals';

/** An act was refused. Caught once, where an endpoint is answered. */
export class Refused extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly problems: readonly Problem[] = [],
  ) {
    super(code);
    this.name = 'Refused';
  }
}

/** The value of an answer. @throws Refused with the reason of a refusal */
export function given<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  if ('complaints' in answer) {
    throw new Refused('invalid-request', answer.complaints.map(asProblem));
  }
  throw new Refused(answer.reason, 'problems' in answer ? answer.problems : []);
}

/** @throws Refused */
export function found<T>(value: T | null, code: RefusalCode): T {
  if (value === null) throw new Refused(code);
  return value;
}

const asProblem = ({ place, expected }: Complaint): RequestProblem => invalidAt(place, expected);

export const invalidAt = (where: string, expected: string): RequestProblem => ({
  code: 'invalid',
  level: 'error',
  where,
  locale: null,
  text: expected,
});

/** Strapi's shape, with the stable code and words in the caller's language. */
export function failureOf({ code, problems }: Refused, language: Language): Failure {
  const shown = problems.map((problem) => problemShown(problem, language));
  return {
    data: null,
    error: {
      status: REFUSALS[code],
      name: 'Refused',
      message: REFUSAL_WORDS[code][language],
      details: shown.length > 0 ? { code, problems: shown } : { code },
    },
  };
}

export function answerRefusal(ctx: Context, refused: Refused): void {
  const failure = failureOf(refused, languageOf(ctx));
  ctx.status = failure.error.status;
  ctx.body = failure;
}
