import type { Attribute, AttributeKind, Condition, Rule } from './rule';

export const MOST_RULES = 20;
/** Groups and negations in one another. */
export const DEEPEST = 5;
export const MOST_CONDITIONS = 50;

/** What a rule may name. */
export interface Known {
  readonly lists: ReadonlySet<string>;
  readonly attributes: ReadonlyMap<string, AttributeKind>;
}

export const knownFrom = (
  lists: readonly { readonly id: string }[],
  attributes: readonly Attribute[],
): Known => ({
  lists: new Set(lists.map(({ id }) => id)),
  attributes: new Map(attributes.map(({ name, kind }) => [name, kind])),
});

/** Whether a rule is small enough, and all it names exists and is of the kind that is asked for. */
export const fits = (rule: Rule, known: Known): boolean =>
  isSmall(rule) && namesOnlyKnown(rule, known);

/** Whether all a rule names still exists. */
export const namesOnlyKnown = (rule: Rule, known: Known): boolean =>
  conditionsOf(rule).every((condition) => isKnown(condition, known));

function isSmall(rule: Rule): boolean {
  const groups = groupsOf(rule);
  return (
    depthOf(rule) <= DEEPEST &&
    groups.every(({ length }) => length >= 1 && length <= MOST_RULES) &&
    conditionsOf(rule).length <= MOST_CONDITIONS
  );
}

const depthOf = (rule: Rule): number =>
  isCondition(rule) ? 0 : 1 + Math.max(0, ...within(rule).map(depthOf));

const groupsOf = (rule: Rule): (readonly Rule[])[] =>
  isCondition(rule) ? [] : [within(rule), ...within(rule).flatMap(groupsOf)];

const conditionsOf = (rule: Rule): Condition[] =>
  isCondition(rule) ? [rule] : within(rule).flatMap(conditionsOf);

/** The lists it asks for. */
export const listsAsked = (rule: Rule): string[] =>
  conditionsOf(rule).flatMap((condition) => ('list' in condition ? [condition.list] : []));

/** The attributes it asks for. */
export const attributesAsked = (rule: Rule): string[] =>
  conditionsOf(rule).flatMap((condition) =>
    'attribute' in condition ? [condition.attribute] : [],
  );

export const asksLanguage = (rule: Rule): boolean =>
  conditionsOf(rule).some(({ kind }) => kind === 'locale');

/** Whether it cannot be answered by what is known of a reader alone. */
export const asksLists = (rule: Rule): boolean => listsAsked(rule).length > 0;

const isCondition = (rule: Rule): rule is Condition =>
  rule.kind !== 'all' && rule.kind !== 'any' && rule.kind !== 'not';

const within = (rule: Exclude<Rule, Condition>): readonly Rule[] =>
  rule.kind === 'not' ? [rule.rule] : rule.rules;

function isKnown(condition: Condition, { lists, attributes }: Known): boolean {
  if (condition.kind === 'locale') return true;
  if ('list' in condition) return lists.has(condition.list);
  const kind = attributes.get(condition.attribute);
  return condition.kind === 'known' ? kind !== undefined : kind === condition.kind;
}
