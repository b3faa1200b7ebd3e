import type { Core } from '@strapi/types';
import type { ReviewRefusal } from '../domain/reviews/refusals';
import { namesOf } from './people';
import { roleNames } from './roles';
import { peopleIn, rolesIn, type Names } from './words/review';

/** The names of everybody and every role that the sentence about a refusal may name. */
export async function namesIn(
  strapi: Core.Strapi,
  about: ReviewRefusal | undefined,
): Promise<Names> {
  const people = await namesOf(strapi, peopleIn(about));
  return new Map([...people, ...(await roleNames(strapi, rolesIn(about)))]);
}
