import { Field, Textarea } from '@strapi/design-system';

/** Of a reason that is kept; the server takes no more. */
export const MOST_CHARACTERS = 500;

interface ReasonFieldProps {
  readonly label: string;
  /** Who reads it, or how much there is of it. */
  readonly hint?: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (reason: string) => void;
}

/** Why somebody does what others will ask about. */
export function ReasonField({ label, hint, value, error, onChange }: ReasonFieldProps) {
  return (
    <Field.Root required hint={hint} error={error}>
      <Field.Label>{label}</Field.Label>
      <Textarea
        value={value}
        maxLength={MOST_CHARACTERS}
        onChange={({ target }) => onChange(target.value)}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
