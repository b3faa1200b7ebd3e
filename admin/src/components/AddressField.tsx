import { Field, TextInput } from '@strapi/design-system';

/** RFC 5321 §4.5.3.1: 64 before the @, 255 after it. */
const LONGEST_ADDRESS = 320;

interface AddressFieldProps {
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (address: string) => void;
}

/** Somebody's whole address; the browser keeps none of them for the next time. */
export function AddressField({ label, value, error, onChange }: AddressFieldProps) {
  return (
    <Field.Root required error={error}>
      <Field.Label>{label}</Field.Label>
      <TextInput
        type="email"
        autoComplete="off"
        maxLength={LONGEST_ADDRESS}
        value={value}
        onChange={({ target }: { target: { value: string } }) => onChange(target.value)}
      />
      <Field.Error />
    </Field.Root>
  );
}
