/** What the Content Manager hands to an input of ours. */
export interface InputProps {
  readonly name: string;
  readonly label: string;
  readonly value?: unknown;
  readonly hint?: string;
  readonly error?: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly onChange: (name: string, value: unknown) => void;
}
