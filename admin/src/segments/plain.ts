import { isGroup, type Condition, type Rule } from './rule';

/** A rule as it is said: `not` stands at a condition, or before a group that holds not all of it. */
export type Plain = PlainCondition | PlainGroup;

export interface PlainCondition {
  readonly kind: 'is';
  readonly condition: Condition;
  readonly isNot: boolean;
}

export interface PlainGroup {
  readonly kind: 'all' | 'any';
  readonly parts: readonly Plain[];
  readonly isNot: boolean;
}

/** The same rule without groups of one, groups in groups of their kind, and a `not` of a `not`. */
export function plain(rule: Rule, isNot = false): Plain {
  if (rule.kind === 'not') return plain(rule.rule, !isNot);
  if (!isGroup(rule)) return { kind: 'is', condition: rule, isNot };
  const [only, ...others] = rule.rules;
  if (only && others.length === 0) return plain(only, isNot);
  // Who is not in any of them is out of the first and out of the second.
  if (isNot && rule.kind === 'any') return group('all', rule.rules, true);
  return { ...group(rule.kind, rule.rules, false), isNot };
}

function group(kind: PlainGroup['kind'], rules: readonly Rule[], isNot: boolean): PlainGroup {
  const parts = rules.map((rule) => plain(rule, isNot));
  return { kind, parts: parts.flatMap((part) => opened(part, kind)), isNot: false };
}

const opened = (part: Plain, kind: PlainGroup['kind']): readonly Plain[] =>
  part.kind === kind && !part.isNot ? part.parts : [part];
