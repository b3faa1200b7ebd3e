import type { Allowance, PreviewShown } from '../../contracts/shapes';
import type { EditionSummary, HandShown } from '../../contracts/editions';
import type { Endpoint } from '../../contracts/endpoint';
import type { Edition, Hand } from '../../domain/editions/edition';
import { Refused } from '../errors';
import { entranceOf } from '../house';
import type { Language } from '../language';
import { peopleShown, type PersonShown, type Showing } from '../people';
import type { RefusalCode } from '../refusals';
import type { Preview } from '../rooms/campaigns';
import { HELD_WORDS, STATE_WORDS } from '../words/editions';
import { REFUSAL_WORDS } from '../words/refusals';
import type { Request } from './act';

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

/**
 * A message as one reader gets it tells the first letter of their name, and so reader by reader a list. The request
 * is about a campaign: a condition that holds there says nothing of the reader.
 */
export async function mustSeeReader(
  { strapi, by, onReaders }: Looking,
  reader: string,
): Promise<void> {
  const seen = await onReaders('subscriber.read', [reader]);
  if (!seen.has(reader)) throw new Refused('not-permitted');
  // Not at the route: without a reader the same endpoint shows nothing of anybody.
  const isInside = await entranceOf(strapi).access.check(by, 'personal-data');
  if (!isInside) throw new Refused('address-not-allowed');
}

type Looking = Pick<Request<Endpoint>, 'strapi' | 'by' | 'onReaders'>;

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

export const previewShown = ({ subject, preheader, html, text }: Preview): PreviewShown => ({
  ...{ subject, preheader, html, text },
});
