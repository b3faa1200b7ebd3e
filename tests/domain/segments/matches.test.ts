import fc from 'fast-check';
import { matches, type RuleReader } from '../../../server/src/domain/segments/matches';
import type { Rule } from '../../../server/src/domain/segments/rule';
import { NOW, readers, rules } from '../../support/segments';

const DAY = 86_400_000;

const reader = (some: Partial<Record<keyof RuleReader, object | string>> = {}): RuleReader => ({
  attributes: new Map(Object.entries(some.attributes ?? {})),
  lists: new Map(Object.entries(some.lists ?? {})),
  locale: typeof some.locale === 'string' ? some.locale : null,
});
const of = (rule: Rule, some?: Parameters<typeof reader>[0]): boolean =>
  matches(rule, reader(some), NOW);

it.each([
  ['equal', 'gold', 'GOLD', true],
  ['equal', 'gold', 'gold ', false],
  ['equal', 'göld', 'GÖLD', false],
  ['starts-with', 'GO', 'gold', true],
  ['starts-with', 'old', 'gold', false],
  ['contains', 'L', 'gold', true],
  ['contains', '%', 'gold', false],
] as const)('text %s %j of %j: %s', (is, value, plan, expected) => {
  expect(of({ kind: 'text', attribute: 'plan', is, value }, { attributes: { plan } })).toBe(
    expected,
  );
});

it('counts days back and forward from now, now included', () => {
  const last: Rule = { kind: 'date', attribute: 'joined', is: 'in-the-last', days: 1 };
  const next: Rule = { ...last, is: 'in-the-next' };
  const at = (rule: Rule, joined: number) => of(rule, { attributes: { joined } });
  expect([NOW - DAY - 1, NOW - DAY, NOW, NOW + 1].map((day) => at(last, day))).toEqual([
    ...[false, true, true, false],
  ]);
  expect([NOW - 1, NOW, NOW + DAY, NOW + DAY + 1].map((day) => at(next, day))).toEqual([
    ...[false, true, true, false],
  ]);
});

it('is false of who has no value, so that its negation is true', () => {
  const rule: Rule = { kind: 'number', attribute: 'visits', is: 'at-most', value: 5 };
  expect(of(rule)).toBe(false);
  expect(of({ kind: 'not', rule })).toBe(true);
  expect(of({ kind: 'known', attribute: 'visits' })).toBe(false);
});

it('takes a flag for true only where it is', () => {
  const rule: Rule = { kind: 'flag', attribute: 'vip' };
  expect(of(rule, { attributes: { vip: true } })).toBe(true);
  expect(of(rule, { attributes: { vip: false } })).toBe(false);
  expect(of({ kind: 'known', attribute: 'vip' }, { attributes: { vip: false } })).toBe(true);
});

it('understands a language with and without its region', () => {
  const ja: Rule = { kind: 'locale', locale: 'ja' };
  expect(['ja', 'ja-JP', 'JA_jp', 'jam', 'en'].map((locale) => of(ja, { locale }))).toEqual([
    ...[true, true, true, false, false],
  ]);
  expect(of({ kind: 'locale', locale: 'ja-JP' }, { locale: 'ja' })).toBe(false);
});

it('asks since when somebody has been on a list, and only of who is on it', () => {
  const before: Rule = { kind: 'since', list: 'news', is: 'before', value: NOW };
  expect(of(before, { lists: { news: NOW - 1 } })).toBe(true);
  expect(of(before, { lists: { news: NOW } })).toBe(false);
  expect(of({ ...before, is: 'from' }, { lists: { news: NOW } })).toBe(true);
  expect(of(before)).toBe(false);
});

it('is two-valued: a negation is true exactly where the rule is not', () => {
  fc.assert(
    fc.property(rules, readers, (rule, one) => {
      expect(matches({ kind: 'not', rule }, one, NOW)).toBe(!matches(rule, one, NOW));
    }),
  );
});
