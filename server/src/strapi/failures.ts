import type { Core } from '@strapi/types';
import type { Context } from 'koa';
import type { Failure } from '../contracts/shapes';
import type { Refused } from './errors';
import type { Language } from './language';
import { namesIn } from './named';
import { REFUSALS } from './refusals';
import { languageOf } from './requests';
import { problemShown } from './words/problems';
import { refusalText, type Names } from './words/review';

/** Strapi's shape, with the stable code and words in the caller's language. */
export async function answerRefusal(
  strapi: Core.Strapi,
  ctx: Context,
  refused: Refused,
): Promise<void> {
  const failure = failureOf(refused, languageOf(ctx), await namesIn(strapi, refused.about));
  ctx.status = failure.error.status;
  ctx.body = failure;
}

function failureOf(refused: Refused, language: Language, names: Names): Failure {
  const { code } = refused;
  const problems = refused.problems.map((problem) => problemShown(problem, language));
  return {
    data: null,
    error: {
      status: REFUSALS[code],
      name: 'Refused',
      message: refusalText(refused, language, names),
      details: problems.length > 0 ? { code, problems } : { code },
    },
  };
}
