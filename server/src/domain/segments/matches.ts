import { folded, spoken, type AttributeValue } from './attributes';
import type { Condition, Rule } from './rule';

/** What a rule is held against. */
export interface RuleReader {
  /** By name; what is not known of them is not in it. Dates in ms since 1970. */
  readonly attributes: ReadonlyMap<string, AttributeValue>;
  /** The lists they are on now, and since when: ms since 1970. */
  readonly lists: ReadonlyMap<string, number>;
  readonly locale: string | null;
}

const DAY_MS = 86_400_000;

/** The one meaning of a rule; the store's SQL is held equal to it. `now` in ms since 1970. */
export function matches(rule: Rule, reader: RuleReader, now: number): boolean {
  const one = (inner: Rule): boolean => matches(inner, reader, now);
  switch (rule.kind) {
    case 'all':
      return rule.rules.every(one);
    case 'any':
      return rule.rules.some(one);
    case 'not':
      return !one(rule.rule);
    default:
      return holds(rule, reader, now);
  }
}

function holds(condition: Condition, reader: RuleReader, now: number): boolean {
  switch (condition.kind) {
    case 'locale':
      return speaks(reader.locale, condition.locale);
    case 'list':
      return reader.lists.has(condition.list);
    case 'since': {
      const since = reader.lists.get(condition.list);
      return since !== undefined && isPlaced(since, condition);
    }
    default:
      return holdsOf(condition, reader.attributes.get(condition.attribute), now);
  }
}

type OverAttribute = Extract<Condition, { readonly attribute: string }>;

function holdsOf(
  condition: OverAttribute,
  value: AttributeValue | undefined,
  now: number,
): boolean {
  if (value === undefined) return false;
  switch (condition.kind) {
    case 'known':
      return true;
    case 'flag':
      return value === true;
    case 'text':
      return (
        typeof value === 'string' && TEXT[condition.is](folded(value), folded(condition.value))
      );
    case 'number':
      return typeof value === 'number' && NUMBER[condition.is](value, condition.value);
    case 'date':
      return typeof value === 'number' && isPlaced(value, stretchOf(condition, now));
  }
}

const TEXT = {
  equal: (text: string, wanted: string) => text === wanted,
  'starts-with': (text: string, wanted: string) => text.startsWith(wanted),
  contains: (text: string, wanted: string) => text.includes(wanted),
} as const;

const NUMBER = {
  equal: (number: number, wanted: number) => number === wanted,
  'at-least': (number: number, wanted: number) => number >= wanted,
  'at-most': (number: number, wanted: number) => number <= wanted,
} as const;

/** From, which is in it, to before, which is not. */
export interface Stretch {
  readonly from: number;
  readonly before: number;
}

type DateCondition = Extract<Condition, { readonly kind: 'date' }>;

/** Every condition over a date as a stretch of time; *now* itself is in the last days and in the next. */
export function stretchOf(condition: DateCondition, now: number): Stretch {
  switch (condition.is) {
    case 'before':
      return { from: -Infinity, before: condition.value };
    case 'from':
      return { from: condition.value, before: Infinity };
    case 'in-the-last':
      return { from: now - condition.days * DAY_MS, before: now + 1 };
    case 'in-the-next':
      return { from: now, before: now + condition.days * DAY_MS + 1 };
  }
}

type Placing = Stretch | { readonly is: 'before' | 'from'; readonly value: number };

function isPlaced(at: number, placing: Placing): boolean {
  if ('is' in placing) return placing.is === 'before' ? at < placing.value : at >= placing.value;
  return at >= placing.from && at < placing.before;
}

function speaks(locale: string | null, wanted: string): boolean {
  if (locale === null) return false;
  const [theirs, asked] = [spoken(locale), spoken(wanted)];
  return theirs === asked || theirs.startsWith(`${asked}-`);
}
