import fc from 'fast-check';
import type { Attribute, Condition, Rule } from '../../server/src/domain/segments/rule';
import type { RuleReader } from '../../server/src/domain/segments/matches';

/** A moment that the random dates lie around. */
export const NOW = Date.UTC(2026, 10, 1, 12);
const DAY = 86_400_000;

export const ATTRIBUTES: readonly Attribute[] = [
  { name: 'plan', kind: 'text' },
  { name: 'city', kind: 'text' },
  { name: 'visits', kind: 'number' },
  { name: 'score', kind: 'number' },
  { name: 'vip', kind: 'flag' },
  { name: 'joined', kind: 'date' },
];
export const LISTS = ['news', 'offers'] as const;
const LOCALES = ['ja', 'ja-JP', 'ja_JP', 'JA-jp', 'jam', 'en', 'en-GB', 'pt-BR'];

/** What databases compare otherwise than we do: case, accents, blanks, patterns, escapes, kana. */
const words = fc.oneof(
  fc.constantFrom('gold', 'Gold', 'GÖLD', 'göld', 'gold ', ' gold', 'go', '50%', 'a_b', 'axb'),
  fc.constantFrom('\\', "o'clock", '"', '?', '??', 'カナ', 'かな', '😀', 'ß', 'ss', 'İ', 'k', 'K'),
  fc.constantFrom('e\u0301', 'é', 'E', '%', '_', ':a', '$1', '--', ';', '名前'),
);
const numbers = fc.constantFrom(0, 1, -1, 0.1, 0.3, 1e15, 9_007_199_254_740_991, -2.5, 1e300, 1e-9);
const moments = fc.constantFrom(
  ...[0, NOW, NOW - 1, NOW + 1, NOW - DAY, NOW - DAY - 1, NOW + DAY, NOW + DAY + 1, -DAY],
);
const nameOf = (kind: Attribute['kind']) =>
  fc.constantFrom(...ATTRIBUTES.filter((one) => one.kind === kind).map(({ name }) => name));

const conditions: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    kind: fc.constant('text' as const),
    attribute: nameOf('text'),
    is: fc.constantFrom('equal', 'starts-with', 'contains'),
    value: words,
  }),
  fc.record({
    kind: fc.constant('number' as const),
    attribute: nameOf('number'),
    is: fc.constantFrom('equal', 'at-least', 'at-most'),
    value: numbers,
  }),
  fc.record({ kind: fc.constant('flag' as const), attribute: nameOf('flag') }),
  fc.record({
    kind: fc.constant('date' as const),
    attribute: nameOf('date'),
    is: fc.constantFrom('before' as const, 'from' as const),
    value: moments,
  }),
  fc.record({
    kind: fc.constant('date' as const),
    attribute: nameOf('date'),
    is: fc.constantFrom('in-the-last' as const, 'in-the-next' as const),
    days: fc.constantFrom(1, 2, 3650),
  }),
  fc.record({
    kind: fc.constant('known' as const),
    attribute: fc.constantFrom(...ATTRIBUTES.map(({ name }) => name)),
  }),
  fc.record({ kind: fc.constant('list' as const), list: fc.constantFrom(...LISTS) }),
  fc.record({
    kind: fc.constant('since' as const),
    list: fc.constantFrom(...LISTS),
    is: fc.constantFrom('before', 'from'),
    value: moments,
  }),
  fc.record({
    kind: fc.constant('locale' as const),
    locale: fc.constantFrom('ja', 'ja-JP', 'en', 'EN', 'pt', 'de'),
  }),
);

/** Rules of every kind, in one another. */
export const rules: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 4, depthSize: 'medium', withCrossShrink: true },
    conditions,
    fc.record({
      kind: fc.constantFrom('all' as const, 'any' as const),
      rules: fc.array(tie('rule'), { minLength: 1, maxLength: 4 }),
    }),
    fc.record({ kind: fc.constant('not' as const), rule: tie('rule') }),
  ),
})).rule;

const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined });

export const readers: fc.Arbitrary<RuleReader> = fc
  .record({
    attributes: fc.record({
      plan: maybe(words),
      city: maybe(words),
      visits: maybe(numbers),
      score: maybe(numbers),
      vip: maybe(fc.boolean()),
      joined: maybe(moments),
    }),
    lists: fc.record({ news: maybe(moments), offers: maybe(moments) }),
    locale: fc.option(fc.constantFrom(...LOCALES)),
  })
  .map(({ attributes, lists, locale }) => ({
    attributes: filled(attributes),
    lists: filled(lists),
    locale,
  }));

function filled<T>(record: Readonly<Record<string, T | undefined>>): ReadonlyMap<string, T> {
  return new Map(
    Object.entries(record).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
