import { SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useSay, type Word } from '../../../words';
import { useBuilder } from './builder-context';
import { attributeOf, whatOf, type DraftCondition, type How, type What } from './draft';
import type { Missing } from './missing';
import { isNoted, noteOf } from './MissingNote';
import { askHow, askOf, HOWS, type Topic } from './topic';

export interface ChoiceProps {
  readonly condition: DraftCondition;
  readonly topic: Topic | undefined;
  readonly onChange: (condition: DraftCondition) => void;
}

/** For the control in which something is missing: that it is, and where it says so. */
export function useFault(id: number, ...mine: readonly Missing[]) {
  const { missing, isStrict } = useBuilder();
  const what = missing.get(id);
  if (what === undefined || !mine.includes(what) || !isNoted(what, isStrict)) return {};
  return { 'aria-describedby': noteOf(id), hasError: isStrict };
}

const FIXED: readonly (readonly [What, Word])[] = [
  ['list', 'segments.what-list'],
  ['since', 'segments.what-since'],
  ['locale', 'segments.what-locale'],
];

export function WhatChoice({ condition, topic, onChange }: ChoiceProps) {
  const say = useSay();
  const { attributes } = useBuilder();
  const { id, what } = condition;
  const gone = topic === undefined ? attributeOf(what) : undefined;
  return (
    <SingleSelect
      {...useFault(id, 'what', 'gone', 'too-deep')}
      aria-label={say('segments.what')}
      placeholder={say('segments.what-none')}
      value={what}
      onChange={(chosen) => onChange(askOf(condition, chosen as What, attributes))}
    >
      {attributes.map(({ name }) => (
        <SingleSelectOption key={name} value={whatOf(name)}>
          {name}
        </SingleSelectOption>
      ))}
      {FIXED.map(([value, word]) => (
        <SingleSelectOption key={value} value={value}>
          {say(word)}
        </SingleSelectOption>
      ))}
      {gone !== undefined && (
        <SingleSelectOption value={what}>
          {say('segments.what-gone', { name: gone })}
        </SingleSelectOption>
      )}
    </SingleSelect>
  );
}

const WORDS: Readonly<Record<How, Word>> = {
  equal: 'segments.how-equal',
  'not-equal': 'segments.how-not-equal',
  'starts-with': 'segments.how-starts-with',
  contains: 'segments.how-contains',
  known: 'segments.how-known',
  unknown: 'segments.how-unknown',
  'at-least': 'segments.how-at-least',
  'at-most': 'segments.how-at-most',
  yes: 'segments.how-yes',
  no: 'segments.how-no',
  before: 'segments.how-before',
  from: 'segments.how-from',
  'in-the-last': 'segments.how-in-the-last',
  'in-the-next': 'segments.how-in-the-next',
  on: 'segments.how-on',
  'not-on': 'segments.how-not-on',
};

export function HowChoice({ condition, topic, onChange }: ChoiceProps) {
  const say = useSay();
  const { attributes } = useBuilder();
  if (!topic) return null;
  return (
    <SingleSelect
      aria-label={say('segments.how')}
      value={condition.how}
      onChange={(chosen) => onChange(askHow(condition, chosen as How, attributes))}
    >
      {HOWS[topic].map((how) => (
        <SingleSelectOption key={how} value={how}>
          {say(WORDS[how])}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
}

export function ListChoice({ condition, onChange }: ChoiceProps) {
  const say = useSay();
  const { lists } = useBuilder();
  const { id, list } = condition;
  const isGone = list !== '' && !lists.some((one) => one.id === list);
  return (
    <SingleSelect
      {...useFault(id, 'list')}
      aria-label={say('segments.list')}
      placeholder={say('segments.list-none')}
      value={list}
      onChange={(chosen) => onChange({ ...condition, list: String(chosen) })}
    >
      {lists.map(({ id: one, name }) => (
        <SingleSelectOption key={one} value={one}>
          {name}
        </SingleSelectOption>
      ))}
      {isGone && (
        <SingleSelectOption value={list}>{say('field.list-gone', { id: list })}</SingleSelectOption>
      )}
    </SingleSelect>
  );
}
