import fc from 'fast-check';
import { normaliseAddress } from '../../../server/src/domain/subscribers/address';
import { placeOf } from '../../../server/src/domain/subscribers/place';
import type { SourcePerson } from '../../../server/src/domain/subscribers/subscriber';
import { aPerson } from '../../support/person';

const place = (person: SourcePerson): string => {
  const found = placeOf(person, normaliseAddress(person.address));
  return found.on ? 'on' : found.because;
};

describe('a person of a source', () => {
  it.each([
    ['who agreed, confirmed and is not blocked', {}, 'on'],
    ['without an address', { address: null }, 'no-address'],
    ['with an empty address', { address: ' ' }, 'no-address'],
    ['with a bad address', { address: 'ann' }, 'bad-address'],
    ['who did not agree', { consent: false }, 'no-consent'],
    ['who did not confirm the address', { confirmed: false }, 'unconfirmed'],
    ['who is blocked', { blocked: true }, 'blocked'],
    ['who is blocked and did not agree', { blocked: true, consent: false }, 'no-consent'],
  ])('%s', (_, change, expected) => {
    expect(place(aPerson(change))).toBe(expected);
  });

  it('is on the list only with all of consent, confirmation, address, and no block', () => {
    const people = fc.record({
      address: fc.constantFrom('ann@example.com', '', null, 'ann', 'a b@example.com'),
      consent: fc.boolean(),
      confirmed: fc.boolean(),
      blocked: fc.boolean(),
    });
    fc.assert(
      fc.property(people, (change) => {
        const person = aPerson(change);
        const { consent, confirmed, blocked, address } = person;
        const fit = consent && confirmed && !blocked && address === 'ann@example.com';
        expect(place(person) === 'on').toBe(fit);
      }),
    );
  });
});
