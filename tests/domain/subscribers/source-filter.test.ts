import fc from 'fast-check';
import {
  type Condition,
  isNamed,
  troublesOfFilter,
} from '../../../server/src/domain/subscribers/source-filter';

const ATTRIBUTES = {
  mail: { type: 'string' },
  otherMail: { type: 'email' },
  town: { type: 'string' },
  plan: { type: 'enumeration', enum: ['free', 'paid'] },
  vip: { type: 'boolean' },
  age: { type: 'integer' },
  born: { type: 'date' },
  token: { type: 'string', private: true },
  password: { type: 'password' },
};

const troublesOf = (condition: Condition): string[] =>
  troublesOfFilter({ all: [condition] }, 'mail', ATTRIBUTES).map(({ expected }) => expected);

const isLeft = (row: object, ...all: Condition[]): boolean => isNamed({ ...row }, { all });

describe('the filter of a source', () => {
  it.each<[Condition, object, boolean]>([
    [{ field: 'town', is: 'equal', value: 'Kyoto' }, { town: 'Kyoto' }, true],
    [{ field: 'town', is: 'equal', value: 'Kyoto' }, { town: 'kyoto' }, false],
    [{ field: 'town', is: 'equal', value: 'Kyoto' }, { town: null }, false],
    [{ field: 'town', is: 'not-equal', value: 'Kyoto' }, { town: null }, true],
    [{ field: 'age', is: 'equal', value: 7 }, { age: '7' }, true],
    [{ field: 'age', is: 'equal', value: 0 }, { age: null }, false],
    [{ field: 'town', is: 'known' }, { town: '' }, false],
    [{ field: 'town', is: 'unknown' }, {}, true],
    [{ field: 'vip', is: 'yes' }, { vip: true }, true],
    [{ field: 'vip', is: 'no' }, { vip: null }, true],
  ])('takes %j of %j for %p', (condition, row, isNamedHere) => {
    expect(isLeft(row, condition)).toBe(isNamedHere);
  });

  it('names everybody where it says nothing, and of several conditions wants all', () => {
    const vip = { field: 'vip', is: 'yes' } as const;
    const kyoto = { field: 'town', is: 'equal', value: 'Kyoto' } as const;
    expect(isNamed({}, undefined)).toBe(true);
    expect(isLeft({ vip: true, town: 'Kyoto' }, vip, kyoto)).toBe(true);
    expect(isLeft({ vip: true, town: 'Nara' }, vip, kyoto)).toBe(false);
  });

  it('splits everybody into those of a condition and those of its contrary', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.boolean());
    const pairs = [['equal', 'not-equal'] as const, ['known', 'unknown'] as const];
    fc.assert(
      fc.property(value, fc.constantFrom(...pairs), fc.string(), (town, [one, other], wanted) => {
        const ask = (is: Condition['is']) => isLeft({ town }, { field: 'town', is, value: wanted });
        expect(ask(one)).toBe(!ask(other));
      }),
    );
  });

  it.each<Condition>([
    { field: 'mail', is: 'known' },
    { field: 'otherMail', is: 'known' },
    { field: 'token', is: 'known' },
    { field: 'password', is: 'known' },
    { field: 'born', is: 'known' },
    { field: 'nowhere', is: 'known' },
  ])('asks for nothing that is an address, private, or not there: %j', (condition) => {
    expect(troublesOf(condition)).toEqual([expect.stringMatching(/^a text, enumeration, boolean/)]);
  });

  it.each<Condition>([
    { field: 'vip', is: 'equal', value: 'yes' },
    { field: 'town', is: 'yes' },
    { field: 'town', is: 'equal' },
    { field: 'town', is: 'known', value: 'Kyoto' },
    { field: 'plan', is: 'equal', value: 'gold' },
    { field: 'age', is: 'equal', value: '7' },
  ])('refuses what the field cannot say: %j', (condition) => {
    expect(troublesOf(condition)).toHaveLength(1);
  });

  it.each<Condition>([
    { field: 'plan', is: 'not-equal', value: 'free' },
    { field: 'age', is: 'equal', value: 7 },
    { field: 'vip', is: 'no' },
  ])('takes %j', (condition) => {
    expect(troublesOf(condition)).toEqual([]);
  });
});
