import { Field, TextInput } from '@strapi/design-system';
import { useEffect, useRef } from 'react';
import type { Refusal } from '../../refusal';
import { useSay } from '../../words';
import { NAME_TAKEN } from './useSegmentForm';

interface NameFieldProps {
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly isStrict: boolean;
  readonly refusal: Refusal | undefined;
}

export function NameField({ name, onName, isStrict, refusal }: NameFieldProps) {
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  const isTaken = refusal?.code === NAME_TAKEN;
  useEffect(() => {
    if (isTaken) input.current?.focus();
  }, [isTaken, refusal]);
  const isMissing = isStrict && name.trim() === '';
  const error = isMissing ? say('segments.label-missing') : isTaken ? refusal.text : undefined;
  return (
    <Field.Root
      name="name"
      required
      error={error}
      hint={error ? undefined : say('segments.label-hint')}
      maxWidth="48rem"
    >
      <Field.Label>{say('segments.label')}</Field.Label>
      <TextInput
        ref={input}
        autoComplete="off"
        maxLength={100}
        value={name}
        onChange={({ target }: { target: { value: string } }) => onName(target.value)}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
