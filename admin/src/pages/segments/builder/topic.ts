import type { Attribute } from '../../../segments/rule';
import { attributeOf, type DraftCondition, type How, type What } from './draft';

/** What kind of thing is looked at, and so what can be asked of it. */
export type Topic = Attribute['kind'] | 'list' | 'since' | 'locale';

/** undefined: nothing is chosen, or what was chosen is gone. */
export function topicOf(what: What, attributes: readonly Attribute[]): Topic | undefined {
  if (what === 'list' || what === 'since' || what === 'locale') return what;
  const name = attributeOf(what);
  return attributes.find((attribute) => attribute.name === name)?.kind;
}

export const HOWS: Readonly<Record<Topic, readonly [How, ...How[]]>> = {
  text: ['equal', 'not-equal', 'starts-with', 'contains', 'known', 'unknown'],
  number: ['equal', 'not-equal', 'at-least', 'at-most', 'known', 'unknown'],
  flag: ['yes', 'no', 'known', 'unknown'],
  date: ['from', 'before', 'in-the-last', 'in-the-next', 'known', 'unknown'],
  list: ['on', 'not-on'],
  since: ['from', 'before'],
  locale: ['equal', 'not-equal'],
};

/** How a value is given. */
export type ValueKind = 'none' | 'text' | 'number' | 'day' | 'days' | 'locale';

const WITHOUT: readonly (How | '')[] = ['', 'known', 'unknown', 'yes', 'no', 'on', 'not-on'];
const DAYS: readonly (How | '')[] = ['in-the-last', 'in-the-next'];

export function valueKindOf(topic: Topic | undefined, how: How | ''): ValueKind {
  if (topic === undefined || WITHOUT.includes(how)) return 'none';
  if (topic === 'date' || topic === 'since') return DAYS.includes(how) ? 'days' : 'day';
  if (topic === 'number' || topic === 'locale') return topic;
  return 'text';
}

export const hasList = (topic: Topic | undefined): boolean => topic === 'list' || topic === 'since';

/** Looks at something else: the first way to ask of it, and no value of the former. */
export function askOf(
  condition: DraftCondition,
  what: What,
  attributes: readonly Attribute[],
): DraftCondition {
  const topic = topicOf(what, attributes);
  const how = topic === undefined ? '' : HOWS[topic][0];
  return { ...condition, what, how, value: '', list: hasList(topic) ? condition.list : '' };
}

/** Asks otherwise; the value stays where it is still one. */
export function askHow(
  condition: DraftCondition,
  how: How,
  attributes: readonly Attribute[],
): DraftCondition {
  const topic = topicOf(condition.what, attributes);
  const isOfOneKind = valueKindOf(topic, condition.how) === valueKindOf(topic, how);
  return { ...condition, how, value: isOfOneKind ? condition.value : '' };
}
