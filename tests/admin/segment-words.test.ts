import { createIntl, createIntlCache } from 'react-intl';
import ja from '../../admin/src/translations/ja.json';
import { descriptor, prefixed } from '../../admin/src/words';
import { inWords, type Speech } from '../../admin/src/segments/in-words';
import type { Condition, Rule } from '../../admin/src/segments/rule';

const NAMES: Readonly<Record<string, string>> = { news: 'Newsletter', staff: 'Staff' };
const cache = createIntlCache();

function speechIn(locale: 'en' | 'ja'): Speech {
  const messages = locale === 'ja' ? prefixed(ja) : {};
  const intl = createIntl({ locale, messages, onError: () => undefined }, cache);
  return {
    say: (word, values) => intl.formatMessage(descriptor(word), values),
    listName: (id) => NAMES[id] ?? id,
    language: (code) => intl.formatDisplayName(code, { type: 'language' }) ?? code,
    number: (value) => intl.formatNumber(value),
    day: (at) => intl.formatDate(at, { dateStyle: 'medium', timeZone: 'UTC' }),
  };
}

const en = (rule: Rule): string => inWords(rule, speechIn('en'));
const inJapanese = (rule: Rule): string => inWords(rule, speechIn('ja'));

const DAY = Date.UTC(2026, 10, 1);
const pro: Rule = { kind: 'text', attribute: 'plan', is: 'equal', value: 'pro' };
const japanese: Rule = { kind: 'locale', locale: 'ja' };
const staff: Rule = { kind: 'list', list: 'staff' };
const vip: Rule = { kind: 'flag', attribute: 'vip' };
const all = (...rules: Rule[]): Rule => ({ kind: 'all', rules });
const any = (...rules: Rule[]): Rule => ({ kind: 'any', rules });
const not = (rule: Rule): Rule => ({ kind: 'not', rule });

const CONDITIONS: readonly (readonly [Condition, ...words: [string, string, string, string]])[] = [
  [
    { kind: 'text', attribute: 'plan', is: 'equal', value: 'pro' },
    'plan is “pro”',
    'plan is not “pro”',
    '「plan」が「pro」',
    '「plan」が「pro」以外',
  ],
  [
    { kind: 'text', attribute: 'plan', is: 'starts-with', value: 'pro' },
    'plan starts with “pro”',
    'plan does not start with “pro”',
    '「plan」が「pro」で始まる',
    '「plan」が「pro」で始まらない',
  ],
  [
    { kind: 'text', attribute: 'plan', is: 'contains', value: '{pro}' },
    'plan contains “{pro}”',
    'plan does not contain “{pro}”',
    '「plan」に「{pro}」を含む',
    '「plan」に「{pro}」を含まない',
  ],
  [
    { kind: 'number', attribute: 'orders', is: 'equal', value: 1200 },
    'orders is 1,200',
    'orders is not 1,200',
    '「orders」が1,200',
    '「orders」が1,200以外',
  ],
  [
    { kind: 'number', attribute: 'orders', is: 'at-least', value: 3 },
    'orders is at least 3',
    'orders is not at least 3',
    '「orders」が3以上',
    '「orders」が3以上ではない',
  ],
  [
    { kind: 'number', attribute: 'orders', is: 'at-most', value: 3 },
    'orders is at most 3',
    'orders is not at most 3',
    '「orders」が3以下',
    '「orders」が3以下ではない',
  ],
  [
    { kind: 'flag', attribute: 'vip' },
    'vip is “yes”',
    'vip is not “yes”',
    '「vip」が「はい」',
    '「vip」が「はい」以外',
  ],
  [
    { kind: 'date', attribute: 'joined', is: 'before', value: DAY },
    'joined is before Nov 1, 2026',
    'joined is not before Nov 1, 2026',
    '「joined」が2026/11/01より前',
    '「joined」が2026/11/01より前ではない',
  ],
  [
    { kind: 'date', attribute: 'joined', is: 'from', value: DAY },
    'joined is Nov 1, 2026 or later',
    'joined is not Nov 1, 2026 or later',
    '「joined」が2026/11/01以降',
    '「joined」が2026/11/01以降ではない',
  ],
  [
    { kind: 'date', attribute: 'joined', is: 'in-the-last', days: 1 },
    'joined is within the last 24 hours',
    'joined is not within the last 24 hours',
    '「joined」が過去1日以内',
    '「joined」が過去1日以内ではない',
  ],
  [
    { kind: 'date', attribute: 'renewal', is: 'in-the-next', days: 30 },
    'renewal is within the next 30 days',
    'renewal is not within the next 30 days',
    '「renewal」が今後30日以内',
    '「renewal」が今後30日以内ではない',
  ],
  [
    { kind: 'known', attribute: 'plan' },
    'plan is known',
    'plan is not known',
    '「plan」に値がある',
    '「plan」に値がない',
  ],
  [
    { kind: 'list', list: 'staff' },
    'on the list “Staff”',
    'not on the list “Staff”',
    'リスト「Staff」に登録中',
    'リスト「Staff」に登録していない',
  ],
  [
    { kind: 'since', list: 'news', is: 'before', value: DAY },
    'on the list “Newsletter” since before Nov 1, 2026',
    'not on the list “Newsletter” since before Nov 1, 2026',
    '2026/11/01より前からリスト「Newsletter」に登録中',
    '2026/11/01より前からはリスト「Newsletter」に登録していない',
  ],
  [
    { kind: 'since', list: 'news', is: 'from', value: DAY },
    'on the list “Newsletter” since Nov 1, 2026 or later',
    'not on the list “Newsletter” since Nov 1, 2026 or later',
    '2026/11/01以降にリスト「Newsletter」に登録',
    '2026/11/01以降のリスト「Newsletter」への登録ではない',
  ],
  [
    { kind: 'locale', locale: 'ja' },
    'language is Japanese',
    'language is not Japanese',
    '言語が日本語',
    '言語が日本語以外',
  ],
];

describe('a condition in words', () => {
  it.each(CONDITIONS)('%j', (condition, is, isNot, isInJapanese, isNotInJapanese) => {
    expect(en(condition)).toBe(is);
    expect(en(not(condition))).toBe(isNot);
    expect(inJapanese(condition)).toBe(isInJapanese);
    expect(inJapanese(not(condition))).toBe(isNotInJapanese);
  });

  it('calls a list that cannot be seen by its id', () => {
    expect(en({ kind: 'list', list: 'gone' })).toBe('on the list “gone”');
  });
});

describe('a rule in words', () => {
  for (const [situation, rule, english, inJp] of [
    [
      'joins what must all be true, the last by a word',
      all(pro, japanese, staff),
      'plan is “pro”, language is Japanese and on the list “Staff”',
      '「plan」が「pro」、言語が日本語、かつリスト「Staff」に登録中',
    ],
    [
      'puts a group in parentheses',
      all(pro, any(japanese, staff)),
      'plan is “pro” and (language is Japanese or on the list “Staff”)',
      '「plan」が「pro」、かつ（言語が日本語、またはリスト「Staff」に登録中）',
    ],
    [
      'nests as deep as the rule',
      any(all(pro, any(japanese, all(staff, vip))), vip),
      '(plan is “pro” and (language is Japanese or (on the list “Staff” and vip is “yes”))) or vip is “yes”',
      '（「plan」が「pro」、かつ（言語が日本語、または（リスト「Staff」に登録中、かつ「vip」が「はい」）））、または「vip」が「はい」',
    ],
    [
      'says of whom none is true what each of them is not',
      all(pro, not(any(japanese, staff))),
      'plan is “pro”, language is not Japanese and not on the list “Staff”',
      '「plan」が「pro」、言語が日本語以外、かつリスト「Staff」に登録していない',
    ],
    [
      'says “not” before a group that must not be true as a whole',
      all(pro, not(all(japanese, staff))),
      'plan is “pro” and not (language is Japanese and on the list “Staff”)',
      '「plan」が「pro」、かつ（言語が日本語、かつリスト「Staff」に登録中）ではない',
    ],
    ['says nothing of a group of one', all(any(all(pro))), 'plan is “pro”', '「plan」が「pro」'],
    [
      'says nothing of what is turned round twice',
      not(not(pro)),
      'plan is “pro”',
      '「plan」が「pro」',
    ],
    [
      'needs no parentheses for a group in a group of its kind',
      all(pro, all(japanese, not(any(staff)))),
      'plan is “pro”, language is Japanese and not on the list “Staff”',
      '「plan」が「pro」、言語が日本語、かつリスト「Staff」に登録していない',
    ],
  ] as const) {
    it(situation, () => {
      expect(en(rule)).toBe(english);
      expect(inJapanese(rule)).toBe(inJp);
    });
  }
});
