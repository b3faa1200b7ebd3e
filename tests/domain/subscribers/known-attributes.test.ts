import type { AttributeValues } from '../../../server/src/domain/segments/attributes';
import { countAttributes } from '../../../server/src/domain/subscribers/known-attributes';
import { fitted } from '../../../server/src/domain/subscribers/made-attributes';
import type { SourceMapping } from '../../../server/src/domain/subscribers/source-mapping';
import { aPerson } from '../../support/person';

const PLAN = { name: 'plan', kind: 'text' as const, field: 'membership' };
const VISITS = { name: 'visits', kind: 'number' as const, field: 'visits' };
const aMapping = (attributes?: SourceMapping['attributes']): SourceMapping => ({
  ...{ id: 'guests', contentType: 'api::guest.guest', list: 'newsletter' },
  ...{ fields: { email: 'mail', consent: 'agreed' }, attributes },
});
const people = (all: readonly AttributeValues[]) =>
  all.map((attributes, at) => aPerson({ externalId: `p${at}`, attributes }));
const numbered = (upTo: number) =>
  people(Array.from({ length: upTo }, (_, at) => ({ visits: at })));

describe('what is known of people before a source is saved', () => {
  it('counts over all pages who has a value, and each value once', () => {
    const counts = countAttributes(aMapping([PLAN, VISITS]));
    counts.add(people([{ plan: 'gold', visits: 0 }, { plan: 'tin' }]));
    counts.add(people([{ plan: 'gold' }, {}]));
    expect(counts.counted()).toEqual([
      { name: 'plan', kind: 'text', known: 3, different: 2 },
      { name: 'visits', kind: 'number', known: 1, different: 1 },
    ]);
  });

  it.each([
    [100, 100],
    [101, null],
  ])('of %d different values says %p', (upTo, different) => {
    const counts = countAttributes(aMapping([VISITS]));
    counts.add(numbered(upTo));
    expect(counts.counted()).toMatchObject([{ known: upTo, different }]);
  });

  it('is nothing of a source without attributes', () => {
    const counts = countAttributes(aMapping());
    counts.add(people([{ plan: 'gold' }]));
    expect(counts.counted()).toEqual([]);
  });
});

describe('a source beside the configuration', () => {
  it('leaves out what the configuration has given another kind', () => {
    const fixed = [{ name: 'visits', kind: 'text' as const }];
    expect(fitted(aMapping([PLAN, VISITS]), fixed).attributes).toEqual([PLAN]);
  });

  it('is as it was where they agree', () => {
    const mapping = aMapping([PLAN, VISITS]);
    expect(fitted(mapping, [{ name: 'visits', kind: 'number' }])).toBe(mapping);
  });
});
