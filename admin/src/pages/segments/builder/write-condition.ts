import type { Condition } from '../../../segments/rule';
import { momentOfDay } from './days';
import { attributeOf, type DraftCondition, type How } from './draft';
import type { Topic } from './topic';

/** A finished condition as a rule; one that is turned round as what it is turned round from. */
export function ruleOfCondition(condition: DraftCondition, topic: Topic | undefined): Condition {
  const { how, list, value } = condition;
  if (topic === 'list') return { kind: 'list', list };
  if (topic === 'locale') return { kind: 'locale', locale: value };
  if (topic === 'since') {
    return {
      kind: 'since',
      list,
      is: how === 'before' ? 'before' : 'from',
      value: momentOfDay(value),
    };
  }
  return ofAttribute(attributeOf(condition.what) ?? '', condition, topic);
}

function ofAttribute(
  attribute: string,
  { how, value }: DraftCondition,
  topic: Topic | undefined,
): Condition {
  if (how === 'known' || how === 'unknown') return { kind: 'known', attribute };
  if (topic === 'flag') return { kind: 'flag', attribute };
  if (topic === 'date') return ofDate(attribute, how, value);
  if (topic === 'number') {
    const is = how === 'at-least' || how === 'at-most' ? how : 'equal';
    return { kind: 'number', attribute, is, value: Number(value) };
  }
  const is = how === 'starts-with' || how === 'contains' ? how : 'equal';
  return { kind: 'text', attribute, is, value };
}

function ofDate(attribute: string, how: How | '', value: string): Condition {
  if (how === 'in-the-last' || how === 'in-the-next') {
    return { kind: 'date', attribute, is: how, days: Number(value) };
  }
  const is = how === 'before' ? 'before' : 'from';
  return { kind: 'date', attribute, is, value: momentOfDay(value) };
}
