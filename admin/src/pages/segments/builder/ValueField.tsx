import {
  DatePicker,
  NumberInput,
  SingleSelect,
  SingleSelectOption,
  TextInput,
} from '@strapi/design-system';
import type { ReactNode } from 'react';
import { dayOf } from '../../../components/day';
import { useFormat } from '../../../components/format';
import { useSay } from '../../../words';
import { useBuilder } from './builder-context';
import { useFault, type ChoiceProps } from './choices';
import { Cell } from './Cell';
import { valueKindOf, type ValueKind } from './topic';

interface FieldProps {
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly fault: ReturnType<typeof useFault>;
}

/** What a condition is held against, given as its kind asks for. */
export function ValueField({ condition, topic, onChange }: ChoiceProps) {
  const { id, how, value } = condition;
  const fault = useFault(id, 'text', 'number', 'day', 'days', 'locale');
  const kind = valueKindOf(topic, how);
  if (kind === 'none') return null;
  const Field = FIELDS[kind];
  const onValue = (next: string) => onChange({ ...condition, value: next });
  return (
    <Cell>
      <Field value={value} onValue={onValue} fault={fault} />
    </Cell>
  );
}

function TextField({ value, onValue, fault }: FieldProps) {
  const say = useSay();
  return (
    <TextInput
      {...fault}
      aria-label={say('segments.value')}
      autoComplete="off"
      maxLength={200}
      value={value}
      onChange={({ target }: { target: { value: string } }) => onValue(target.value)}
    />
  );
}

const NumberField = (props: FieldProps) => <Digits {...props} label="segments.value" />;
const DaysField = (props: FieldProps) => <Digits {...props} label="segments.days" />;

function Digits({
  value,
  onValue,
  fault,
  label,
}: FieldProps & { readonly label: 'segments.value' | 'segments.days' }) {
  const say = useSay();
  return (
    <NumberInput
      {...fault}
      aria-label={say(label)}
      value={value === '' ? undefined : Number(value)}
      onValueChange={(number) => onValue(number === undefined ? '' : String(number))}
    />
  );
}

function DayField({ value, onValue, fault }: FieldProps) {
  const say = useSay();
  return (
    <DatePicker
      {...fault}
      aria-label={say('segments.day')}
      value={value === '' ? undefined : new Date(value)}
      onChange={(chosen) => onValue(chosen ? dayOf(chosen) : '')}
      onClear={() => onValue('')}
      clearLabel={say('field.clear')}
    />
  );
}

function LanguageField({ value, onValue, fault }: FieldProps) {
  const say = useSay();
  const { language } = useFormat();
  const { locales } = useBuilder();
  const known = value === '' || locales.includes(value) ? locales : [...locales, value];
  return (
    <SingleSelect
      {...fault}
      aria-label={say('segments.language')}
      placeholder={say('segments.language-none')}
      value={value}
      onChange={(chosen) => onValue(String(chosen))}
    >
      {known.map((locale) => (
        <SingleSelectOption key={locale} value={locale}>
          {language(locale)}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
}

const FIELDS: Readonly<Record<Exclude<ValueKind, 'none'>, (props: FieldProps) => ReactNode>> = {
  text: TextField,
  number: NumberField,
  day: DayField,
  days: DaysField,
  locale: LanguageField,
};
