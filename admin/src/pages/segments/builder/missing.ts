import type { Attribute } from '../../../segments/rule';
import { momentOfDay } from './days';
import type { DraftCondition } from './draft';
import { hasList, topicOf, valueKindOf, type ValueKind } from './topic';

/** What a part still needs before it can be saved. */
export type Missing =
  | ('what' | 'gone' | 'list' | 'text' | 'number' | 'day' | 'days' | 'locale')
  | ('part' | 'too-deep');

const LONGEST_TEXT = 200;
const MOST_DAYS = 3650;

/** undefined: it is finished. */
export function missingIn(
  condition: DraftCondition,
  attributes: readonly Attribute[],
): Missing | undefined {
  const { what, how, list, value } = condition;
  const topic = topicOf(what, attributes);
  if (topic === undefined) return what === '' ? 'what' : 'gone';
  if (hasList(topic) && list === '') return 'list';
  const kind = valueKindOf(topic, how);
  return kind === 'none' || IS_GIVEN[kind](value) ? undefined : kind;
}

const IS_GIVEN: Readonly<Record<Exclude<ValueKind, 'none'>, (value: string) => boolean>> = {
  text: (value) => value !== '' && value.length <= LONGEST_TEXT,
  number: (value) => value.trim() !== '' && Number.isFinite(Number(value)),
  day: (value) => !Number.isNaN(momentOfDay(value)),
  days: (value) => /^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= MOST_DAYS,
  locale: (value) => value !== '',
};
