import type { Core } from '@strapi/types';
import type { Person } from '../contracts/shapes';
import { UNKNOWN_HAND } from '../domain/editions/edition';
import { ADMIN_USER_UID } from '../names';
import type { Language } from './language';
import { nameOf } from './requests';
import { CALLED, NAMELESS_PERSON, UNKNOWN_PERSON } from './words/people';

/** What these admin users are called; who is gone, or gave no name, is left out. */
export async function namesOf(
  strapi: Core.Strapi,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const users: Record<string, unknown>[] = await strapi.db.query(ADMIN_USER_UID).findMany({
    where: { documentId: { $in: [...new Set(ids)] } },
    select: ['documentId', 'firstname', 'lastname', 'username'],
  });
  const named = users.map((user) => [String(user.documentId), nameOf(user)] as const);
  return new Map(named.filter(([, name]) => name !== ''));
}

export interface Showing {
  readonly strapi: Core.Strapi;
  readonly language: Language;
}

export type PersonShown = (id: string) => Person;

/** Reads the names of all `ids` at once. */
export async function peopleShown(
  { strapi, language }: Showing,
  ids: readonly string[],
): Promise<PersonShown> {
  const names = await namesOf(strapi, ids);
  return (id) => {
    const name = names.get(id);
    if (name !== undefined) return { id, name, called: CALLED[language](name) };
    const nameless = (id === UNKNOWN_HAND ? UNKNOWN_PERSON : NAMELESS_PERSON)[language];
    return { id, name: nameless, called: nameless };
  };
}
