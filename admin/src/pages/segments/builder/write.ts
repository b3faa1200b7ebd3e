import type { Attribute, Rule } from '../../../segments/rule';
import {
  DEEPEST,
  isTurned,
  levelsOf,
  type DraftCondition,
  type DraftGroup,
  type Part,
} from './draft';
import { missingIn, type Missing } from './missing';
import { ruleOfCondition } from './write-condition';
import { topicOf } from './topic';

export type Written =
  | { readonly rule: Rule; readonly missing?: undefined }
  /** What is missing, by the id of the part. */
  | { readonly rule?: undefined; readonly missing: ReadonlyMap<number, Missing> };

/** The rule that was built, or what of it is unfinished. */
export function writeRule(root: DraftGroup, attributes: readonly Attribute[]): Written {
  const missing = new Map(missingOf(root, 0, attributes));
  if (missing.size > 0) return { missing };
  return { rule: ruleOf(root, attributes) };
}

type Entry = readonly [number, Missing];

function missingOf(part: Part, above: number, attributes: readonly Attribute[]): Entry[] {
  const levels = above + (part.kind === 'group' ? levelsOf(part) : turns(part));
  if (levels > DEEPEST) return [[part.id, 'too-deep']];
  if (part.kind === 'group') {
    if (part.parts.length === 0) return [[part.id, 'part']];
    return part.parts.flatMap((one) => missingOf(one, levels, attributes));
  }
  const missing = missingIn(part, attributes);
  return missing ? [[part.id, missing]] : [];
}

const turns = (condition: DraftCondition): number => (isTurned(condition) ? 1 : 0);

function ruleOf(part: Part, attributes: readonly Attribute[]): Rule {
  if (part.kind === 'group') return ruleOfGroup(part, attributes);
  const rule = ruleOfCondition(part, topicOf(part.what, attributes));
  return isTurned(part) ? { kind: 'not', rule } : rule;
}

function ruleOfGroup({ joined, parts }: DraftGroup, attributes: readonly Attribute[]): Rule {
  const rules = parts.map((part) => ruleOf(part, attributes));
  if (joined !== 'none') return { kind: joined, rules };
  const [only, ...others] = rules;
  if (only && others.length === 0) return { kind: 'not', rule: only };
  return { kind: 'not', rule: { kind: 'any', rules } };
}
