import type { AttributeValues } from '../segments/attributes';
import type { ClaimBook } from './claim-book';

/** What segments may ask of a subscriber. */
export interface Traits {
  readonly subscriberId: string;
  readonly attributes: AttributeValues;
}

/** Those of the claims that hold; of two sources that name the same attribute, the first by name counts. */
export function traitsOf(subscriberId: string, book: ClaimBook): Traits {
  const holders = book.holders(subscriberId).sort((a, b) => (a.sourceId < b.sourceId ? 1 : -1));
  return {
    subscriberId,
    attributes: Object.assign({}, ...holders.map(({ attributes }) => attributes ?? {})),
  };
}
