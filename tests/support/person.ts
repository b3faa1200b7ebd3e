import type { PersonClaim } from '../../server/src/domain/subscribers/claim';
import type { SourcePerson } from '../../server/src/domain/subscribers/subscriber';

/** Fit for the list unless told otherwise. */
export const aPerson = (change: Partial<SourcePerson> = {}): SourcePerson => {
  const externalId = change.externalId ?? 'ann';
  return {
    externalId,
    address: `${externalId}@example.com`,
    name: externalId,
    locale: 'en',
    consent: true,
    confirmed: true,
    blocked: false,
    ...change,
  };
};

export const aClaim = (change: Partial<PersonClaim> = {}): PersonClaim => ({
  sourceId: 'users',
  externalId: 'ann',
  subscriberId: null,
  label: 'a•••@e•••.com',
  rowHash: 'k1.hash',
  leftOut: null,
  holds: false,
  suppressedAt: null,
  suppressedBecause: null,
  goneAt: null,
  ...change,
});
