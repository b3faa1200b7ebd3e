import { isGroup, type Condition, type Rule } from '../../../segments/rule';
import { dayFrom } from './days';
import {
  aCondition,
  TURNED,
  whatOf,
  type DraftCondition,
  type DraftGroup,
  type Part,
} from './draft';

interface Read<P extends Part> {
  readonly part: P;
  /** The next id that is free. */
  readonly next: number;
}

/** A saved rule as something to go on building; undefined: a new one, with one condition to fill in. */
export function readRule(rule: Rule | undefined): Read<DraftGroup> {
  if (!rule) return { part: grouped(0, 'all', [aCondition(1)]), next: 2 };
  const { part, next } = readPart(rule, 0);
  if (part.kind === 'group') return { part, next };
  return { part: grouped(next, 'all', [part]), next: next + 1 };
}

function readPart(rule: Rule, id: number): Read<Part> {
  if (isGroup(rule)) return readGroup(rule.kind, rule.rules, id);
  if (rule.kind === 'not') return readNegation(rule.rule, id);
  return { part: readCondition(rule, id), next: id + 1 };
}

/** What cannot be turned round in its own row becomes a group of which none is true. */
function readNegation(rule: Rule, id: number): Read<Part> {
  if (rule.kind === 'any') return readGroup('none', rule.rules, id);
  if (rule.kind === 'all' || rule.kind === 'not') return readGroup('none', [rule], id);
  const { part, next } = readPart(rule, id);
  const turned = part.kind === 'condition' ? turnedRound(part) : undefined;
  return turned ? { part: turned, next } : readGroup('none', [rule], id);
}

function readGroup(joined: DraftGroup['joined'], rules: readonly Rule[], id: number) {
  const parts: Part[] = [];
  let next = id + 1;
  for (const rule of rules) {
    const read = readPart(rule, next);
    parts.push(read.part);
    next = read.next;
  }
  return { part: grouped(id, joined, parts), next };
}

const grouped = (id: number, joined: DraftGroup['joined'], parts: readonly Part[]): DraftGroup => ({
  ...{ id, kind: 'group', joined, parts },
});

function turnedRound(condition: DraftCondition): DraftCondition | undefined {
  const how = TURNED[condition.how];
  return how && { ...condition, how };
}

function readCondition(rule: Condition, id: number): DraftCondition {
  const empty = aCondition(id);
  switch (rule.kind) {
    case 'list':
      return { ...empty, what: 'list', how: 'on', list: rule.list };
    case 'since':
      return {
        ...{ ...empty, what: 'since', how: rule.is, list: rule.list },
        value: dayFrom(rule.value),
      };
    case 'locale':
      return { ...empty, what: 'locale', how: 'equal', value: rule.locale };
    default:
      return { ...empty, what: whatOf(rule.attribute), ...asked(rule) };
  }
}

type OfAttribute = Extract<Condition, { readonly attribute: string }>;

function asked(rule: OfAttribute): Pick<DraftCondition, 'how' | 'value'> {
  if (rule.kind === 'flag') return { how: 'yes', value: '' };
  if (rule.kind === 'known') return { how: 'known', value: '' };
  if (rule.kind !== 'date') return { how: rule.is, value: String(rule.value) };
  if ('days' in rule) return { how: rule.is, value: String(rule.days) };
  return { how: rule.is, value: dayFrom(rule.value) };
}
