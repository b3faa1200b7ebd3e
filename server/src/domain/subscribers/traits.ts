import type { AttributeValues } from '../segments/attributes';
import type { PersonClaim } from './claim';
import type { ClaimBook } from './claim-book';
import type { Voices } from './voice';

/** What segments may ask of a subscriber. */
export interface Traits {
  readonly subscriberId: string;
  readonly attributes: AttributeValues;
}

/**
 * Those of the claims that hold. Of two sources that name the same attribute one of the configuration counts before
 * one that people of the site made, whatever they called it; else the first by name.
 */
export function traitsOf(subscriberId: string, book: ClaimBook, voices: Voices): Traits {
  const isMade = ({ sourceId }: PersonClaim): boolean => voices.get(sourceId)?.isMade === true;
  const lastFirst = (a: PersonClaim, b: PersonClaim): number =>
    Number(isMade(b)) - Number(isMade(a)) || (a.sourceId < b.sourceId ? 1 : -1);
  const holders = book.holders(subscriberId).sort(lastFirst);
  return {
    subscriberId,
    attributes: Object.assign({}, ...holders.map(({ attributes }) => attributes ?? {})),
  };
}
