import {
  Combobox,
  ComboboxOption,
  DatePicker,
  Field,
  Grid,
  TimePicker,
  Typography,
} from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { dayOf } from '../components/day';
import { useFormat } from '../components/format';
import { useSay, type Word } from '../words';
import { FieldGroup } from './FieldGroup';
import type { InputProps } from './input';
import { momentOf, readWishedTime, writeWishedTime, type WishedTimeValue } from './wished-time';

const ZONES: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')];

/** When it should go out: a day, a time, and whose clock. */
export default function WishedTimeInput(props: InputProps) {
  const { name, value, onChange } = props;
  const say = useSay();
  const wished = readWishedTime(value, useIntl().timeZone ?? hereZone());
  const write = (change: Partial<WishedTimeValue>) =>
    onChange(name, writeWishedTime({ ...wished, ...change }));
  return (
    <FieldGroup
      {...props}
      called="wished-time"
      hint={props.hint || say('field.wished-time-hint')}
      gap={2}
    >
      <Clock wished={wished} disabled={props.disabled} write={write} />
      <Meaning wished={wished} />
    </FieldGroup>
  );
}

const hereZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

interface ClockProps {
  readonly wished: WishedTimeValue;
  readonly disabled?: boolean;
  readonly write: (change: Partial<WishedTimeValue>) => void;
}

function Clock({ wished, disabled, write }: ClockProps) {
  const say = useSay();
  const today = new Date();
  const day = wished.date ? new Date(wished.date) : undefined;
  return (
    <Grid.Root gap={4}>
      <Part word="field.date" col={6}>
        <DatePicker
          disabled={disabled}
          value={day}
          minDate={day && day < today ? day : today}
          onChange={(chosen) => write({ date: chosen ? dayOf(chosen) : '' })}
          onClear={() => write({ date: '' })}
          clearLabel={say('field.clear')}
        />
      </Part>
      <Part word="field.time" col={6}>
        <TimePicker
          disabled={disabled || wished.date === ''}
          value={wished.time}
          onChange={(time) => write({ time })}
          onClear={() => write({ time: '' })}
          clearLabel={say('field.clear')}
        />
      </Part>
      <Part word="field.zone" col={12}>
        <Combobox
          disabled={disabled || wished.date === ''}
          autocomplete={{ type: 'list', filter: 'contains' }}
          value={wished.zone}
          textValue={wished.zone}
          onChange={(zone) => zone && write({ zone })}
          noOptionsMessage={() => say('field.no-zone')}
        >
          {ZONES.map((zone) => (
            <ComboboxOption key={zone} value={zone}>
              {zone}
            </ComboboxOption>
          ))}
        </Combobox>
      </Part>
    </Grid.Root>
  );
}

function Part({
  word,
  col,
  children,
}: {
  readonly word: Word;
  readonly col: number;
  readonly children: ReactNode;
}) {
  const say = useSay();
  return (
    <Grid.Item col={col} s={12} xs={12} direction="column" alignItems="stretch">
      <Field.Root>
        <Field.Label>{say(word)}</Field.Label>
        {children}
      </Field.Root>
    </Grid.Item>
  );
}

/** The same in one sentence, so that nobody has to reckon with zones. */
function Meaning({ wished: { date, time, zone } }: { readonly wished: WishedTimeValue }) {
  const say = useSay();
  const { dateTime } = useFormat();
  const moment = date ? momentOf(`${date}T${time}`, zone) : undefined;
  const sentence = () => {
    if (moment === undefined) return say('field.wished-time-empty');
    if (zone === hereZone()) return say('field.wished-time-is', { when: dateTime(moment, zone) });
    return say('field.wished-time-is-here', {
      when: dateTime(moment, zone),
      here: dateTime(moment),
    });
  };
  return (
    <Typography variant="pi" textColor="neutral600" aria-live="polite">
      {sentence()}
    </Typography>
  );
}
