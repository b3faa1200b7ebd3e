import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';

interface ChoiceProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  /** Value and words. */
  readonly options: readonly (readonly [string, string])[];
  readonly isRequired?: boolean;
  readonly onChange: (value: string) => void;
}

/** One of several, with a label that is always there. */
export function Choice({ label, hint, value, options, isRequired, onChange }: ChoiceProps) {
  return (
    <Field.Root hint={hint} required={isRequired} width="100%" maxWidth="32rem">
      <Field.Label>{label}</Field.Label>
      <SingleSelect value={value} onChange={(chosen) => onChange(String(chosen))}>
        {options.map(([one, words]) => (
          <SingleSelectOption key={one} value={one}>
            {words}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Hint />
    </Field.Root>
  );
}
