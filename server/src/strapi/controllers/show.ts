import type { Core } from '@strapi/types';
import type { Allowance, Person } from '../../contracts/shapes';
import type { EditionSummary, HandShown } from '../../contracts/editions';
import type { Edition, Hand } from '../../domain/editions/edition';
import { UNKNOWN_HAND } from '../../domain/editions/edition';
import { ADMIN_USER_UID } from '../../names';
import type { Language } from '../language';
import { nameOf } from '../requests';
import type { RefusalCode } from '../refusals';
import { HELD_WORDS, STATE_WORDS } from '../words/editions';
import { NAMELESS_PERSON, UNKNOWN_PERSON } from '../words/people';
import { REFUSAL_WORDS } from '../words/refusals';

interface Showing {
  readonly strapi: Core.Strapi;
  readonly language: Language;
}

export type PersonShown = (id: string) => Person;

/** Reads the names of all `ids` at once. */
export async function peopleShown(
  { strapi, language }: Showing,
  ids: readonly string[],
): Promise<PersonShown> {
  const users: Record<string, unknown>[] = await strapi.db.query(ADMIN_USER_UID).findMany({
    where: { documentId: { $in: [...new Set(ids)] } },
    select: ['documentId', 'firstname', 'lastname', 'username'],
  });
  const names = new Map(users.map((user) => [user.documentId, nameOf(user)]));
  const nameless = (id: string): string =>
    (id === UNKNOWN_HAND ? UNKNOWN_PERSON : NAMELESS_PERSON)[language];
  return (id) => ({ id, name: names.get(id) || nameless(id) });
}

export async function editionsShown(
  showing: Showing,
  editions: readonly Edition[],
): Promise<EditionSummary[]> {
  const person = await peopleShown(
    showing,
    editions.map(({ submittedBy }) => submittedBy),
  );
  return editions.map((edition) => summaryOf(edition, person, showing.language));
}

export async function editionShown(showing: Showing, edition: Edition): Promise<EditionSummary> {
  const person = await peopleShown(showing, [edition.submittedBy]);
  return summaryOf(edition, person, showing.language);
}

export function summaryOf(
  edition: Edition,
  person: PersonShown,
  language: Language,
): EditionSummary {
  return {
    id: edition.id,
    campaignId: edition.campaignId,
    name: edition.name,
    state: edition.state,
    stateText: stateText(edition, language),
    heldBecause: edition.heldBecause,
    submittedBy: person(edition.submittedBy),
    submittedAt: edition.submittedAt,
    expiresAt: edition.expiresAt,
    wishedAt: edition.wishedAt,
    readersAtSubmit: edition.readersAtSubmit,
    readers: edition.readers,
    startedAt: edition.startedAt,
    finishedAt: edition.finishedAt,
  };
}

export const stateText = ({ state, heldBecause }: Edition, language: Language): string =>
  (state === 'held' && heldBecause ? HELD_WORDS[heldBecause] : STATE_WORDS[state])[language];

export const handsShown = (hands: readonly Hand[], person: PersonShown): HandShown[] =>
  hands.map(({ person: id, lastAt }) => ({ person: person(id), lastAt }));

/** @param obstacle null: allowed */
export function allowanceOf(obstacle: RefusalCode | null, language: Language): Allowance {
  if (obstacle === null) return { allowed: true, code: null, text: null };
  return { allowed: false, code: obstacle, text: REFUSAL_WORDS[obstacle][language] };
}

/** A page is the last one when it is not full. */
export function pageShown<Row, Shown>(
  { rows, limit }: { readonly rows: readonly Row[]; readonly limit: number },
  show: (row: Row) => Shown,
  cursorOf: (row: Row) => string,
): { results: Shown[]; next: string | null } {
  const last = rows.length < limit ? undefined : rows.at(-1);
  return { results: rows.map(show), next: last === undefined ? null : cursorOf(last) };
}
