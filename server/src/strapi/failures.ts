import type { Core } from '@strapi/types';
import type { Context } from 'koa';
import type { Failure } from '../contracts/shapes';
import type { Refused } from './errors';
import type { Language } from './language';
import { namesOf } from './people';
import { REFUSALS } from './refusals';
import { languageOf } from './requests';
import { problemShown } from './words/problems';
import { refusalText } from './words/refusals';

/** Strapi's shape, with the stable code and words in the caller's language. */
export async function answerRefusal(
  strapi: Core.Strapi,
  ctx: Context,
  refused: Refused,
): Promise<void> {
  const failure = failureOf(refused, languageOf(ctx), await whoAnswered(strapi, refused));
  ctx.status = failure.error.status;
  ctx.body = failure;
}

function failureOf(refused: Refused, language: Language, who: string | null): Failure {
  const { code } = refused;
  const problems = refused.problems.map((problem) => problemShown(problem, language));
  return {
    data: null,
    error: {
      status: REFUSALS[code],
      name: 'Refused',
      message: refusalText(refused, language, who),
      details: problems.length > 0 ? { code, problems } : { code },
    },
  };
}

/** Of two people at once one is told what the other did. */
async function whoAnswered(strapi: Core.Strapi, { about }: Refused): Promise<string | null> {
  if (about?.because !== 'not-in-review' || about.by === null) return null;
  return (await namesOf(strapi, [about.by])).get(about.by) ?? null;
}
