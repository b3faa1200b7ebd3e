import type { Values, Word } from '../words';
import type { Speech } from './in-words';
import type { Condition } from './rule';

/** How it is said of those who fit, and of those who do not. */
type Pair = readonly [is: Word, isNot: Word];

interface Phrase {
  readonly words: Pair;
  readonly values: Values;
}

/** One condition, as the part of a sentence. */
export function phraseOf(condition: Condition, isNot: boolean, speech: Speech): string {
  const { words, values } = wordsFor(condition, speech);
  return speech.say(words[isNot ? 1 : 0], values);
}

function wordsFor(condition: Condition, speech: Speech): Phrase {
  switch (condition.kind) {
    case 'text':
      return { words: TEXT[condition.is], values: pick(condition, condition.value) };
    case 'number':
      return {
        words: NUMBER[condition.is],
        values: pick(condition, speech.number(condition.value)),
      };
    case 'flag':
      return { words: ['rule.flag', 'rule.not-flag'], values: pick(condition) };
    case 'date':
      return ofDate(condition, speech);
    case 'known':
      return { words: ['rule.known', 'rule.not-known'], values: pick(condition) };
    case 'list':
      return { words: ['rule.list', 'rule.not-list'], values: { list: listOf(condition, speech) } };
    case 'since':
      return {
        words: SINCE[condition.is],
        values: { list: listOf(condition, speech), day: speech.day(condition.value) },
      };
    case 'locale':
      return {
        words: ['rule.locale', 'rule.not-locale'],
        values: { language: speech.language(condition.locale) },
      };
  }
}

function ofDate(condition: Condition & { readonly kind: 'date' }, { day }: Speech): Phrase {
  const { attribute } = condition;
  if ('days' in condition) {
    return { words: DATE[condition.is], values: { attribute, days: condition.days } };
  }
  return { words: DATE[condition.is], values: { attribute, day: day(condition.value) } };
}

const pick = ({ attribute }: { readonly attribute: string }, value = ''): Values => ({
  attribute,
  value,
});

const listOf = ({ list }: { readonly list: string }, { listName }: Speech): string =>
  listName(list);

const TEXT: Readonly<Record<'equal' | 'starts-with' | 'contains', Pair>> = {
  equal: ['rule.text-equal', 'rule.not-text-equal'],
  'starts-with': ['rule.starts-with', 'rule.not-starts-with'],
  contains: ['rule.contains', 'rule.not-contains'],
};

const NUMBER: Readonly<Record<'equal' | 'at-least' | 'at-most', Pair>> = {
  equal: ['rule.number-equal', 'rule.not-number-equal'],
  'at-least': ['rule.at-least', 'rule.not-at-least'],
  'at-most': ['rule.at-most', 'rule.not-at-most'],
};

const DATE: Readonly<Record<'before' | 'from' | 'in-the-last' | 'in-the-next', Pair>> = {
  before: ['rule.before', 'rule.not-before'],
  from: ['rule.from', 'rule.not-from'],
  'in-the-last': ['rule.in-the-last', 'rule.not-in-the-last'],
  'in-the-next': ['rule.in-the-next', 'rule.not-in-the-next'],
};

const SINCE: Readonly<Record<'before' | 'from', Pair>> = {
  before: ['rule.since-before', 'rule.not-since-before'],
  from: ['rule.since-from', 'rule.not-since-from'],
};
