import { fits, namesOnlyKnown } from '../../../server/src/domain/segments/check';
import type { Rule } from '../../../server/src/domain/segments/rule';

const known = {
  lists: new Set(['news']),
  attributes: new Map([
    ['plan', 'text'],
    ['visits', 'number'],
  ] as const),
};
const news: Rule = { kind: 'list', list: 'news' };
const nested = (levels: number): Rule =>
  levels === 0 ? news : { kind: 'all', rules: [nested(levels - 1)] };
const many = (conditions: number): Rule => ({ kind: 'any', rules: Array(conditions).fill(news) });

it('lets groups stand in one another five deep', () => {
  expect(fits(nested(5), known)).toBe(true);
  expect(fits(nested(6), known)).toBe(false);
  expect(fits({ kind: 'not', rule: nested(5) }, known)).toBe(false);
});

it('lets twenty rules stand in a group, fifty conditions in all, and no group be empty', () => {
  expect(fits(many(20), known)).toBe(true);
  expect(fits(many(21), known)).toBe(false);
  expect(fits({ kind: 'all', rules: [many(20), many(20), many(10)] }, known)).toBe(true);
  expect(fits({ kind: 'all', rules: [many(20), many(20), many(11)] }, known)).toBe(false);
  expect(fits({ kind: 'all', rules: [] }, known)).toBe(false);
});

it.each<[string, Rule, boolean]>([
  ['a list there is', news, true],
  ['a list there is not', { kind: 'list', list: 'olds' }, false],
  [
    'since when on a list there is not',
    { kind: 'since', list: 'olds', is: 'from', value: 0 },
    false,
  ],
  ['an attribute there is', { kind: 'known', attribute: 'plan' }, true],
  ['an attribute there is not', { kind: 'known', attribute: 'colour' }, false],
  ['an attribute of another kind', { kind: 'flag', attribute: 'visits' }, false],
  ['any language', { kind: 'locale', locale: 'tlh' }, true],
  ['deep inside', { kind: 'not', rule: { kind: 'list', list: 'olds' } }, false],
])('looks at what a rule names: %s', (_name, rule, expected) => {
  expect(namesOnlyKnown(rule, known)).toBe(expected);
});
